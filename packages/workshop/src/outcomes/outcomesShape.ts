import { z } from 'zod';
import {
  countField,
  dayField,
  itemIdField,
  lineField,
  participantIdField,
  partnerIdField,
  plainIdField,
  textField,
  timeField,
} from '../core/fields.ts';
import { defineShape } from '../core/Shape.ts';
import { noOutcomes } from './OutcomesState.ts';

const details = {
  what: textField,
  owner: lineField.nullable(),
  partnerId: partnerIdField.nullable(),
  due: dayField.nullable(),
  aboutId: itemIdField.nullable(),
};
const status = z.enum(['open', 'done', 'dropped']);
/** What changes; the rest stays as it is, so that two people can fill in one card together. */
const changes = z.strictObject({
  what: z.exactOptional(details.what),
  owner: z.exactOptional(details.owner),
  partnerId: z.exactOptional(details.partnerId),
  due: z.exactOptional(details.due),
  aboutId: z.exactOptional(details.aboutId),
  status: z.exactOptional(status),
});

/** Decisions and actions: recorded during a workshop, kept and followed up after it. */
export const outcomesShape = defineShape({
  initial: noOutcomes,
  commands: {
    'outcomes.addDecision': { who: 'contributors', fields: { text: textField } },
    'outcomes.editDecision': { who: 'contributors', fields: { decisionId: plainIdField, text: textField } },
    'outcomes.removeDecision': { who: 'facilitators', fields: { decisionId: plainIdField } },
    'outcomes.addAction': {
      who: 'contributors',
      fields: {
        what: details.what,
        owner: details.owner.default(null),
        partnerId: details.partnerId.default(null),
        due: details.due.default(null),
        aboutId: details.aboutId.default(null),
      },
    },
    'outcomes.editAction': { who: 'contributors', fields: { actionId: plainIdField, changes } },
    'outcomes.removeAction': { who: 'facilitators', fields: { actionId: plainIdField } },
    'outcomes.setFollowUp': { who: 'contributors', fields: { day: dayField.nullable() } },
  },
  events: {
    'outcomes.decisionAdded': { decisionId: plainIdField, text: z.string() },
    'outcomes.decisionEdited': { decisionId: plainIdField, text: z.string() },
    'outcomes.decisionRemoved': { decisionId: plainIdField },
    'outcomes.actionAdded': { actionId: plainIdField, ...details, status, run: countField.default(0) },
    'outcomes.actionEdited': { actionId: plainIdField, changes },
    'outcomes.actionRemoved': { actionId: plainIdField },
    'outcomes.followUpSet': { day: dayField.nullable() },
  },
  view: z.object({
    decisions: z.array(
      z.object({
        decisionId: plainIdField,
        text: z.string(),
        at: timeField,
        by: z.exactOptional(participantIdField),
      }),
    ),
    actions: z.array(
      z.object({ actionId: plainIdField, ...details, status, run: z.exactOptional(countField) }),
    ),
    followUpOn: dayField.nullable(),
  }),
});
