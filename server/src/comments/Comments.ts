import {
  encodeComments,
  encodeCommentsSeen,
  fail,
  ok,
  type BoardId,
  type CommentCommand,
  type CommentPlace,
  type CommentsSeen,
  type CommentThread,
  type ParticipantId,
  type Result,
  type Role,
  type ThreadContent,
  type ThreadId,
} from '@common-ground/protocol';
import type { Clock, RoomHooks } from '@common-ground/sync';
import type * as Y from 'yjs';
import { CommentPins, placeNow } from './CommentPins.ts';
import type { CommentStore, ThreadSeen } from './CommentStore.ts';
import { decideComment, type CommentRefusal } from './decideComment.ts';

/** What {@link Comments} works with. */
export interface CommentsOptions {
  readonly store: CommentStore;
  readonly clock: Clock;
  /** Sends a frame to everybody on a board, or to one person there. */
  readonly send: (boardId: BoardId, frame: Uint8Array, only?: ParticipantId) => void;
  /** Something went wrong that no client caused. */
  readonly onError: (boardId: BoardId, error: unknown) => void;
}

/** How often a command is decided anew because somebody else changed the thread meanwhile. */
const maxTries = 3;

/** The comments on boards: decides what people ask for, stores it, and then tells everybody on the board. */
export class Comments {
  readonly #options: CommentsOptions;
  readonly #pins = new Map<BoardId, CommentPins>();

  constructor(options: CommentsOptions) {
    this.#options = options;
  }

  /** Every thread of a board, and how far this participant has read. */
  async list(
    boardId: BoardId,
    participantId: ParticipantId,
  ): Promise<{ readonly threads: CommentThread[]; readonly seen: CommentsSeen }> {
    const { store } = this.#options;
    const [threads, seen] = await Promise.all([store.list(boardId), store.listSeen(boardId, participantId)]);
    return { threads: [...threads], seen: toSeen(seen) };
  }

  /**
   * Carries out what somebody who may comment asks for; the answer is on disk when this resolves. `doc` is the board's
   * canvas, which tells what a shape says. Rejects when the storage fails; then nothing has happened.
   */
  async carryOut(
    boardId: BoardId,
    actor: { readonly id: ParticipantId; readonly role: Role },
    command: CommentCommand,
    doc: Y.Doc,
  ): Promise<Result<CommentThread, CommentRefusal>> {
    const { clock, store } = this.#options;
    for (let tries = 1; tries <= maxTries; tries += 1) {
      const { thread, threadCount } = await store.find(boardId, command.threadId);
      const place = command.type === 'start' ? placeNow(doc, command.place) : null;
      const words = place?.shape?.words ?? '';
      const decided = decideComment(command, { thread, threadCount, actor, now: clock.now(), words });
      if (!decided.ok) return decided;
      if (thread !== null && decided.value === thread) return ok(thread);
      const stored = await this.#put(boardId, decided.value, thread?.version ?? 0);
      if (stored === null) continue;
      await this.markSeen(boardId, actor.id, { [stored.id]: stored.comments.length });
      return ok(stored);
    }
    return fail('comment_changed');
  }

  /** Notes how far a participant has read, and tells their other windows. */
  async markSeen(boardId: BoardId, participantId: ParticipantId, seen: CommentsSeen): Promise<void> {
    const entries = Object.entries(seen).map(([threadId, count]) => ({
      threadId: threadId as ThreadId,
      count,
    }));
    await this.#options.store.markSeen(boardId, participantId, entries);
    this.#options.send(boardId, encodeCommentsSeen(seen), participantId);
  }

  /** What a board's room tells about the shapes that threads are pinned to. */
  hooksFor(boardId: BoardId): RoomHooks {
    return {
      onDoc: (doc) => this.#pinsOf(boardId).watch(doc),
      onClose: () => {
        this.#pins.get(boardId)?.close();
        this.#pins.delete(boardId);
      },
    };
  }

  #pinsOf(boardId: BoardId): CommentPins {
    const known = this.#pins.get(boardId);
    if (known) return known;
    const { clock, store, onError } = this.#options;
    const pins = new CommentPins({
      clock,
      readThreads: () => store.list(boardId),
      keepPlace: (threadId, place) => this.#keepPlace(boardId, threadId, place),
      onError: (error) => onError(boardId, error),
    });
    this.#pins.set(boardId, pins);
    return pins;
  }

  async #keepPlace(boardId: BoardId, threadId: ThreadId, place: CommentPlace): Promise<void> {
    for (let tries = 1; tries <= maxTries; tries += 1) {
      const { thread } = await this.#options.store.find(boardId, threadId);
      if (thread === null || (await this.#put(boardId, { ...thread, place }, thread.version))) return;
    }
    throw new Error('Somebody else keeps changing this thread.');
  }

  async #put(boardId: BoardId, content: ThreadContent, expected: number): Promise<CommentThread | null> {
    const version = await this.#options.store.put(boardId, content, expected);
    if (version === null) return null;
    const thread = { ...content, version };
    this.#pins.get(boardId)?.put(thread);
    this.#options.send(boardId, encodeComments({ threads: [thread] }));
    return thread;
  }
}

function toSeen(seen: readonly ThreadSeen[]): CommentsSeen {
  return Object.fromEntries(seen.map(({ threadId, count }) => [threadId, count])) as CommentsSeen;
}
