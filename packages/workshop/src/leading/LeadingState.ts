import type { ParticipantId } from '@common-ground/protocol';

/** Whose screen everybody follows. The screen itself travels with the cursors. */
export interface LeadingState {
  readonly leaderId: ParticipantId | null;
  /** Who has left the lead to look around alone. */
  readonly awayIds: readonly ParticipantId[];
}

/** Nobody leads. */
export const nobodyLeads: LeadingState = { leaderId: null, awayIds: [] };
