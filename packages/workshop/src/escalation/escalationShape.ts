import { z } from 'zod';
import { countField, lineField, textField, timeField } from '../core/fields.ts';
import { defineShape } from '../core/Shape.ts';
import { workshopLimits } from '../limits.ts';
import { defaultLadder } from './EscalationState.ts';

const levels = z
  .array(z.object({ title: lineField, days: z.number().min(1).max(workshopLimits.maxLevelDays) }))
  .min(1)
  .max(workshopLimits.maxLevels);
const optionalText = z.string().trim().max(workshopLimits.maxTextLength);
const record = {
  level: countField,
  title: z.string(),
  why: z.string(),
  settled: z.string(),
  open: z.string(),
  dueAt: timeField,
};

/** Where a matter goes that the group cannot settle: one level after the other, each with a clock. */
export const escalationShape = defineShape({
  initial: defaultLadder,
  commands: {
    'escalation.setLadder': { who: 'facilitators', fields: { levels } },
    /** To the next level; `expectedLevel` is the one the sender saw as the present (null: not escalated). */
    'escalation.escalate': {
      who: 'contributors',
      fields: {
        expectedLevel: countField.nullable(),
        why: textField,
        settled: optionalText.default(''),
        open: optionalText.default(''),
      },
    },
    'escalation.settle': { who: 'contributors', fields: { expectedLevel: countField, note: textField } },
  },
  events: {
    'escalation.ladderSet': { levels },
    'escalation.escalated': record,
    'escalation.settled': { note: z.string() },
  },
  view: z.object({
    levels,
    currentLevel: countField.nullable(),
    records: z.array(z.object({ ...record, at: timeField })),
    settlement: z.object({ note: z.string(), at: timeField }).nullable(),
    /** Whether the present level is past its date. */
    isOverdue: z.boolean(),
  }),
});
