import type { BoardId, DueDay, Partner, Removal, Role, ThreadContent } from '@common-ground/protocol';
import type { NewLink } from '../access/LinkStore.ts';
import type { ParticipantRecord } from '../access/ParticipantStore.ts';
import type { LaunchRecord } from '../boards/BoardDirectory.ts';
import type { StoredSnapshot } from '../history/SnapshotStore.ts';

/** Somebody who was on a board, without what lets them in: their link. */
export type ArchivedParticipant = Omit<ParticipantRecord, 'linkId'>;

/** Everything that is stored of a board, but its canvas, its links and what is private (drafts, ballots, receipts). */
export interface ArchivedBoard {
  readonly title: string;
  /** Server time, ms. */
  readonly createdAt: number;
  readonly partners: readonly Partner[];
  readonly participants: readonly ArchivedParticipant[];
  readonly launches: readonly (LaunchRecord & { readonly at: number })[];
  /** The workshop's events as JSON, oldest first. */
  readonly events: readonly string[];
  /** Comments, in the order in which the threads were begun. */
  readonly threads: readonly ThreadContent[];
  /** Oldest first. */
  readonly removals: readonly Removal[];
  /** Oldest first. */
  readonly snapshots: readonly StoredSnapshot[];
}

/** A board that is to be made of another one, or of a part of it. */
export interface BoardToMake extends ArchivedBoard {
  readonly id: BoardId;
  /** New ones: nobody gets in by what the other board had. */
  readonly links: Readonly<Record<Role, NewLink>>;
  /** The canvas as one Yjs update v1, and the client id that wrote it. */
  readonly canvas: { readonly update: Uint8Array; readonly clientId: number };
  /** What its events leave due, so that it is told although nothing changes any more. */
  readonly dueDays: readonly DueDay[];
}

/** Whole boards, to be taken along. Both methods reject when the storage fails; nothing of a rejected call has happened. */
export interface ArchiveStore {
  /** Null for an unknown board. */
  read(boardId: BoardId): Promise<ArchivedBoard | null>;
  /** Makes a board with everything that is on it, all or nothing. */
  make(board: BoardToMake): Promise<void>;
  /** Ids and titles of all boards, oldest first. */
  list(): Promise<readonly { readonly id: BoardId; readonly title: string; readonly createdAt: number }[]>;
}
