import { z } from 'zod';
import {
  countField,
  keyField,
  participantIdField,
  partnerIdField,
  plainIdField,
  sectionKeyField,
  textField,
  timeField,
} from '../core/fields.ts';
import { defineShape } from '../core/Shape.ts';
import { workshopLimits } from '../limits.ts';
import { noReveals } from './DraftsState.ts';

const terms = z.object({ scope: z.enum(['own', 'partner']), reveal: z.enum(['named', 'anonymous']) });
const rev = countField;

/** A note as it comes onto the canvas. Author and partner are null where the step keeps them unknown. */
export const revealedNoteSchema = z.object({
  noteId: plainIdField,
  sectionKey: sectionKeyField,
  text: z.string(),
  authorId: participantIdField.nullable(),
  partnerId: partnerIdField.nullable(),
  /** The date it came after, server time, ms; only with its author. */
  missedDate: z.exactOptional(timeField),
});

/** Private writing: notes that nobody else sees until the reveal. */
export const draftsShape = defineShape({
  initial: noReveals,
  commands: {
    /** One note, or a pasted list. The browser makes the ids. `told` is what the writer was promised. */
    'drafts.write': {
      who: 'contributors',
      fields: {
        stepKey: keyField,
        sectionKey: sectionKeyField,
        told: terms,
        drafts: z
          .array(z.object({ draftId: plainIdField, text: textField }))
          .min(1)
          .max(workshopLimits.maxDraftsPerCommand),
      },
    },
    'drafts.edit': { who: 'contributors', fields: { draftId: plainIdField, rev, text: textField } },
    'drafts.move': {
      who: 'contributors',
      fields: { draftId: plainIdField, rev, sectionKey: sectionKeyField },
    },
    'drafts.delete': {
      who: 'contributors',
      fields: { draftIds: z.array(plainIdField).min(1).max(workshopLimits.maxDraftsPerPerson) },
    },
    /** `lane` names one partner's drafts, or those of people without one; null takes all that are left. */
    'drafts.reveal': {
      who: 'facilitators',
      fields: {
        stepKey: keyField,
        lane: z.object({ partnerId: partnerIdField.nullable() }).nullable().default(null),
      },
    },
  },
  events: {
    /** The server writes `notes` onto the canvas, in this order, each under an id derived from its `noteId`. */
    'drafts.revealed': {
      stepKey: keyField,
      all: z.boolean(),
      partnerId: partnerIdField.nullable(),
      isAnonymous: z.boolean(),
      /** Where `notes` go: into widgets of the template, each as its partner's view, or, null, onto the canvas as notes. */
      into: z.literal('widget').nullable().default(null),
      notes: z.array(revealedNoteSchema),
      writerCount: countField,
      silentPartnerIds: z.array(partnerIdField),
    },
  },
  view: z.object({
    /** Unrevealed drafts that you may see: your own, and your partner's where the step shares them. */
    yours: z.array(
      z.object({
        draftId: plainIdField,
        stepKey: keyField,
        sectionKey: sectionKeyField,
        text: z.string(),
        rev,
        /** The author, so that partners' colleagues know who began it. */
        authorId: participantIdField,
      }),
    ),
    /** Every private step of the agenda. */
    steps: z.array(
      z.object({
        stepKey: keyField,
        /** Whether you can write now, or only look at and delete what is yours. */
        canWrite: z.boolean(),
        writerCount: countField,
        expectedCount: countField,
        /** How many partners have written, of those that take part; null where drafts are not shared by a partner's people. */
        partnerCounts: z.object({ written: countField, expected: countField }).nullable(),
        /** Who has written; only for facilitators, and not where the reveal is anonymous. */
        writerIds: z.array(participantIdField).nullable(),
        /** Partners (null: people without one) with unrevealed drafts; empty unless lanes are revealed one by one. */
        lanesWaiting: z.array(partnerIdField.nullable()),
        reveals: z.array(
          z.object({
            all: z.boolean(),
            partnerId: partnerIdField.nullable(),
            noteCount: countField,
            writerCount: countField,
            silentPartnerIds: z.array(partnerIdField),
          }),
        ),
      }),
    ),
  }),
});
