import type { ParticipantId, PartnerId } from '@common-ground/protocol';

/** That a text was signed. */
export interface Signature {
  /** The partner that is bound; null where people sign for themselves. */
  readonly partnerId: PartnerId | null;
  /** Who signed. */
  readonly participantId: ParticipantId;
  /** Server time, ms. */
  readonly at: number;
}

/** A text with those who signed it: an agreement, ground rules, a vision. */
export interface Agreement {
  readonly agreementId: string;
  readonly title: string;
  readonly text: string;
  /** Whether each person accepts, or one person signs for each partner. */
  readonly signers: 'person' | 'partner';
  /** Rises with every change of the text, which also voids what was signed. */
  readonly version: number;
  readonly signatures: readonly Signature[];
  /** How many signatures the last change voided, so that the text can say so; 0 for none. */
  readonly voidedCount: number;
}

/** The agreements of this board. */
export interface SignaturesState {
  readonly agreements: readonly Agreement[];
}

/** Nothing agreed yet. */
export const noAgreements: SignaturesState = { agreements: [] };
