import {
  boardChangeSchema,
  type BoardChange,
  type BoardId,
  type CloseReason,
  type LinkId,
  type Participant,
  type ParticipantId,
} from '@common-ground/protocol';
import type { Committer, Joining, Refused, Room, RoomRegistry, Session } from '@common-ground/sync';
import type * as Y from 'yjs';
import type { z } from 'zod';
import type { ParticipantRecord, ParticipantStore } from '../access/ParticipantStore.ts';
import { StorageError } from '../storage/StorageError.ts';
import type { Workshops } from '../workshop/Workshops.ts';
import { BoardUnreadableError } from './BoardUnreadableError.ts';
import type { BoardDirectory } from './BoardDirectory.ts';
import { needsPreparing, prepareBoard } from './prepareBoard.ts';

/** What {@link LiveBoards} works with. */
export interface LiveBoardsOptions {
  readonly rooms: RoomRegistry;
  readonly committer: Committer;
  readonly directory: BoardDirectory;
  readonly participants: ParticipantStore;
  readonly workshops: Workshops;
}

/** Title, partners and people of a board, all of them. */
export type BoardDescription = Omit<z.infer<typeof wholeBoardSchema>, 'you'>;

/** What is known of a board, whole, as the first `board` frame of a connection tells it. */
export const wholeBoardSchema = boardChangeSchema.required();

/** The boards that are open now, as routes use them: tell the people on them, cut some off, edit the canvas. */
export class LiveBoards {
  readonly #options: LiveBoardsOptions;
  /** How often something was announced in a room. */
  readonly #announced = new WeakMap<Room, number>();
  /** Rooms whose document is being put in order, before anybody sees it. */
  readonly #prepared = new WeakMap<Room, Promise<void>>();
  #isClosing = false;

  constructor(options: LiveBoardsOptions) {
    this.#options = options;
  }

  /** Whether the server is stopping. */
  get isClosing(): boolean {
    return this.#isClosing;
  }

  /** Whether edits reach the disk at present. */
  get isStorageHealthy(): boolean {
    return this.#options.committer.health.state === 'healthy';
  }

  /** The room of a board, loaded and brought up to date if need be. Throws {@link BoardUnreadableError}. */
  async open(boardId: BoardId): Promise<Room> {
    try {
      const room = await this.#options.rooms.open(boardId);
      if (!this.#prepared.has(room)) this.#prepared.set(room, prepare(room));
      await this.#prepared.get(room);
      await this.#options.workshops.open(room);
      return room;
    } catch (error) {
      throw new BoardUnreadableError(boardId, { cause: error });
    }
  }

  /** Lets somebody onto a board, with the whole of what is known of it as their first frame. Throws as {@link open} does. */
  async join(boardId: BoardId, joining: Joining): Promise<Session | Refused> {
    const room = await this.open(boardId);
    // A plain y-websocket client is told nothing but the canvas.
    if (!joining.wantsExtras) return room.join({ ...joining, board: {} });
    for (;;) {
      const announced = this.#announced.get(room);
      const board = await this.describe(boardId);
      if (!board) throw new BoardUnreadableError(boardId);
      // Whatever was announced meanwhile may be missing from the description, and the newcomer was not there to hear it.
      if (this.#announced.get(room) !== announced) continue;
      const you = { participantId: joining.participantId, role: joining.role };
      return room.join({ ...joining, board: { ...board, you } });
    }
  }

  /** How many people are on a board now, each counted once. */
  presentCount(boardId: BoardId): number {
    return this.#options.rooms.peek(boardId)?.participantIds.size ?? 0;
  }

  /** Tells everybody on a board what changed. */
  announce(boardId: BoardId, change: BoardChange): void {
    const room = this.#options.rooms.peek(boardId);
    if (!room) return;
    this.#announced.set(room, (this.#announced.get(room) ?? 0) + 1);
    room.announce(change);
    if (change.participants ?? change.partners) this.#options.workshops.peopleChanged(boardId);
  }

  /** Sends a frame of ours to everybody on a board who understands it, or to one person there. */
  send(boardId: BoardId, frame: Uint8Array, only?: ParticipantId): void {
    for (const session of this.#options.rooms.peek(boardId)?.sessions ?? []) {
      if (session.wantsExtras && (only ?? session.participantId) === session.participantId)
        session.send(frame);
    }
  }

  /** Everything there is to tell of a board, for somebody who comes; null for an unknown board. */
  async describe(boardId: BoardId): Promise<BoardDescription | null> {
    const board = await this.#options.directory.find(boardId);
    if (!board) return null;
    const participants = await this.#options.participants.list(boardId);
    return {
      title: board.title,
      partners: [...board.partners],
      participants: participants.map(toParticipant),
    };
  }

  /** Applies a participant's new role to their open connections. */
  setRole(boardId: BoardId, { id, role }: ParticipantRecord): void {
    this.#options.rooms.peek(boardId)?.setRole(id, role);
  }

  /** Closes the connections of everybody who came by a link. */
  async cutLink(boardId: BoardId, linkId: LinkId, reason: CloseReason): Promise<void> {
    const room = this.#options.rooms.peek(boardId);
    if (!room) return;
    const participants = await this.#options.participants.list(boardId);
    const cut = new Set(participants.filter((one) => one.linkId === linkId).map(({ id }) => id));
    room.disconnect((session) => cut.has(session.participantId), reason);
  }

  /**
   * An edit of the server's own on a board's canvas, in one transaction; resolves with its result when it is on disk.
   * Rejects with what `edit` throws, with {@link BoardUnreadableError}, and with a StorageError rather than wait for a storage
   * that fails.
   */
  async edit<T>(boardId: BoardId, edit: (doc: Y.Doc) => T): Promise<T> {
    if (!this.isStorageHealthy) throw new StorageError('The storage fails at present.');
    const room = await this.open(boardId);
    return room.transact(edit);
  }

  /** Stores what waits and closes every connection with `restarting`. Always completes. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#options.rooms.closeAll();
  }
}

async function prepare(room: Room): Promise<void> {
  if (needsPreparing(room.doc)) await room.transact(prepareBoard, 'migration');
}

/** A participant as everybody on the board sees them. */
export function toParticipant(record: ParticipantRecord): Participant {
  const { id, name, partnerId, role, removedAt } = record;
  return { id, name, partnerId, role, removed: removedAt !== null };
}
