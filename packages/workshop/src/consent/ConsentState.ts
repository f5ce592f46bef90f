import type { ParticipantId, PartnerId } from '@common-ground/protocol';

/** One voice's answer to a proposal's present wording. */
export interface ConsentAnswer {
  /** The partner that answers; null for a person without one, who is a voice of their own. */
  readonly partnerId: PartnerId | null;
  /** Who gave it. */
  readonly participantId: ParticipantId;
  readonly consents: boolean;
  /** Why not; null with consent. */
  readonly reason: string | null;
}

/** A wording the group is asked to consent to. */
export interface Proposal {
  readonly proposalId: string;
  readonly text: string;
  /** Rises with every change of the wording, which also drops the answers. */
  readonly version: number;
  readonly answers: readonly ConsentAnswer[];
  readonly status: 'open' | 'adopted' | 'withdrawn';
  /** Why it was adopted without everybody's consent; null otherwise. */
  readonly overrideReason: string | null;
}

/** All proposals, newest last. */
export interface ConsentState {
  readonly proposals: readonly Proposal[];
}

/** Nothing proposed yet. */
export const noProposals: ConsentState = { proposals: [] };
