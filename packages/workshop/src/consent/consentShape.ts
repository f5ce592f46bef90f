import { z } from 'zod';
import { countField, participantIdField, partnerIdField, plainIdField, textField } from '../core/fields.ts';
import { defineShape } from '../core/Shape.ts';
import { noProposals } from './ConsentState.ts';

const version = countField;
const reason = z.string().nullable();
const voice = { partnerId: partnerIdField.nullable(), participantId: participantIdField };

/**
 * Consent: a wording stands when nobody has a reasoned objection (sociocracy: Gerard Endenburg, Sociocracy: The
 * Organization of Decision-Making, 1988). Answers are open and one a partner, so nothing about it is a secret ballot.
 */
export const consentShape = defineShape({
  initial: noProposals,
  commands: {
    /** Proposes, or with an id changes the wording of an open proposal; `version` is the one the sender saw. */
    'consent.propose': {
      who: 'contributors',
      fields: { proposalId: plainIdField.nullable(), version, text: textField },
    },
    'consent.answer': {
      who: 'contributors',
      fields: {
        proposalId: plainIdField,
        version,
        consents: z.boolean(),
        /** Asked for with an objection. */
        reason: textField.nullable().default(null),
      },
    },
    /** Makes it a decision. The reason is asked for, and kept, where somebody has not consented. */
    'consent.adopt': {
      who: 'facilitators',
      fields: { proposalId: plainIdField, version, reason: textField.nullable().default(null) },
    },
    'consent.withdraw': { who: 'facilitators', fields: { proposalId: plainIdField } },
  },
  events: {
    'consent.proposed': { proposalId: plainIdField, text: z.string(), version },
    'consent.answered': { proposalId: plainIdField, ...voice, consents: z.boolean(), reason },
    'consent.adopted': { proposalId: plainIdField, reason },
    'consent.withdrawn': { proposalId: plainIdField },
  },
  view: z.object({
    proposals: z.array(
      z.object({
        proposalId: plainIdField,
        text: z.string(),
        version,
        answers: z.array(z.object({ ...voice, consents: z.boolean(), reason })),
        status: z.enum(['open', 'adopted', 'withdrawn']),
        overrideReason: reason,
        /** Voices that have not consented to this wording: partners, or people where nobody has a partner. */
        openCount: countField,
      }),
    ),
  }),
});
