import { z } from 'zod';
import {
  countField,
  lineField,
  participantIdField,
  partnerIdField,
  plainIdField,
  textField,
  timeField,
} from '../core/fields.ts';
import { defineShape } from '../core/Shape.ts';
import { noAgreements } from './SignaturesState.ts';

const version = countField;
const signers = z.enum(['person', 'partner']);
const signer = { partnerId: partnerIdField.nullable(), participantId: participantIdField };

/** Agreements that people or partners sign. */
export const signaturesShape = defineShape({
  initial: noAgreements,
  commands: {
    /** Adds an agreement, or with an id changes it; `version` is the one the sender saw. */
    'signatures.putAgreement': {
      who: 'contributors',
      fields: {
        agreementId: plainIdField.nullable(),
        version,
        title: lineField,
        text: textField,
        signers,
      },
    },
    'signatures.removeAgreement': { who: 'facilitators', fields: { agreementId: plainIdField, version } },
    /** Signs the version the signer has read: for oneself, or for one's partner. */
    'signatures.sign': { who: 'contributors', fields: { agreementId: plainIdField, version } },
    'signatures.withdraw': { who: 'contributors', fields: { agreementId: plainIdField } },
  },
  events: {
    'signatures.agreementPut': {
      agreementId: plainIdField,
      title: z.string(),
      text: z.string(),
      signers,
      version,
      /** Signatures that the change of text makes void. */
      voidedCount: countField,
    },
    'signatures.agreementRemoved': { agreementId: plainIdField },
    'signatures.signed': { agreementId: plainIdField, version, ...signer },
    'signatures.withdrawn': { agreementId: plainIdField, ...signer },
  },
  view: z.object({
    agreements: z.array(
      z.object({
        agreementId: plainIdField,
        title: z.string(),
        text: z.string(),
        signers,
        version,
        signatures: z.array(z.object({ ...signer, at: timeField })),
        voidedCount: countField,
        /** Partners whose signature is missing; empty where people sign. */
        missingPartnerIds: z.array(partnerIdField),
        /** Contributors here now whose signature is missing; empty where partners sign. */
        missingParticipantIds: z.array(participantIdField),
        isComplete: z.boolean(),
        /** Whether you, or your partner, have signed. */
        isSignedByYou: z.boolean(),
      }),
    ),
  }),
});
