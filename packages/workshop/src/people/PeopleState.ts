import type { ParticipantId } from '@common-ground/protocol';

/** What people show of themselves. Names, partners and roles are the roster's. */
export interface PeopleState {
  /** Who is ready with this step. */
  readonly readyIds: readonly ParticipantId[];
  /** Who wants to speak, first come first. */
  readonly handIds: readonly ParticipantId[];
  /** Whether a contributor may take over when every facilitator is away. */
  readonly allowsTakeOver: boolean;
}

/** Nobody shows anything. */
export const quietPeople: PeopleState = { readyIds: [], handIds: [], allowsTakeOver: true };
