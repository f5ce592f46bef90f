import { z } from 'zod';
import { countField, keyField, partnerIdField, plainIdField, textField, timeField } from '../core/fields.ts';
import { defineShape } from '../core/Shape.ts';
import { noRestatements } from './RestatementsState.ts';

const version = countField;
const text = z.string();
const pair = { byPartnerId: partnerIdField, ofPartnerId: partnerIdField };

/**
 * Reflecting back: each partner says what it heard another one say, and the speaker answers *heard* or *not quite* (active listening:
 * Carl Rogers and Richard Farson, 1957).
 */
export const restatementsShape = defineShape({
  initial: noRestatements,
  commands: {
    /** Writes, or writes anew, what your partner heard another one say. */
    'restatements.write': {
      who: 'contributors',
      fields: { stepKey: keyField, ofPartnerId: partnerIdField, text: textField },
    },
    'restatements.answer': {
      who: 'contributors',
      fields: {
        restatementId: plainIdField,
        version,
        heard: z.boolean(),
        /** Asked for with *not quite*. */
        missing: textField.nullable().default(null),
      },
    },
  },
  events: {
    'restatements.written': { restatementId: plainIdField, stepKey: keyField, ...pair, text, version },
    'restatements.answered': { restatementId: plainIdField, heard: z.boolean(), missing: text.nullable() },
    /** The group went on, for this reason, with so many not heard. */
    'restatements.overridden': { stepKey: keyField, reason: text, openCount: countField },
  },
  view: z.object({
    restatements: z.array(
      z.object({
        restatementId: plainIdField,
        stepKey: keyField,
        ...pair,
        text,
        version,
        status: z.enum(['waiting', 'heard', 'not-quite']),
        missing: text.nullable(),
        /** Whether it is for you to say if it was heard. */
        isYoursToAnswer: z.boolean(),
      }),
    ),
    /** Who still has to restate whom, or was not heard yet, in the step the group is in. */
    open: z.array(z.object(pair)),
    overrides: z.array(z.object({ stepKey: keyField, reason: text, openCount: countField, at: timeField })),
  }),
});
