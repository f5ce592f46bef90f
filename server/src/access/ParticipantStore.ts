import type { BoardId, LinkId, ParticipantId, PartnerId, Role } from '@common-ground/protocol';
import type { LinkState } from './LinkStore.ts';

/** A person on a board. */
export interface ParticipantRecord {
  readonly id: ParticipantId;
  readonly name: string;
  readonly partnerId: PartnerId | null;
  readonly role: Role;
  /** The link this person came by. */
  readonly linkId: LinkId;
  /** Server time, ms. */
  readonly joinedAt: number;
  /** When a facilitator removed this person, server time in ms; null for people who may take part. */
  readonly removedAt: number | null;
}

/** What of a participant can change; what is left out stays. */
export type ParticipantChange = Partial<
  Pick<ParticipantRecord, 'name' | 'partnerId' | 'role' | 'linkId' | 'removedAt'>
>;

/**
 * The people on boards. Every method rejects when the storage fails; nothing of a rejected call has happened. Contract:
 * {@link participantStoreContract}.
 */
export interface ParticipantStore {
  /** A participant, and what has become of the link they came by. */
  find(
    boardId: BoardId,
    participantId: ParticipantId,
  ): Promise<{ readonly participant: ParticipantRecord; readonly linkState: LinkState } | null>;
  /** Everybody who ever joined, in that order. */
  list(boardId: BoardId): Promise<readonly ParticipantRecord[]>;
  add(boardId: BoardId, participant: ParticipantRecord): Promise<void>;
  /** Changes a participant and answers how they are now; null if there is no such participant. */
  change(
    boardId: BoardId,
    participantId: ParticipantId,
    change: ParticipantChange,
  ): Promise<ParticipantRecord | null>;
}
