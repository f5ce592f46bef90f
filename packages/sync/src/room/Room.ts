import {
  encodeBoardChange,
  encodeNotice,
  encodeSaved,
  mayEdit,
  type BoardChange,
  type BoardId,
  type CloseReason,
  type CommandEnvelope,
  type ParticipantId,
  type Role,
} from '@common-ground/protocol';
import * as Y from 'yjs';
import { encodeSyncFrame } from '../frames/encodeSyncFrame.ts';
import type { BoardStore } from '../ports/BoardStore.ts';
import type { Clock } from '../ports/Clock.ts';
import type { EditGuard } from '../ports/EditGuard.ts';
import type { EditWitness } from '../ports/EditWitness.ts';
import { RoomAwareness } from '../presence/RoomAwareness.ts';
import { Canvas } from './Canvas.ts';
import { CanvasWriter, type WriterEvents } from './CanvasWriter.ts';
import type { Committer } from './Committer.ts';
import type { EditStage } from './EditStage.ts';
import { defaultRoomLimits, type RoomLimits } from './RoomLimits.ts';
import { Session, type Joining, type SessionHost } from './Session.ts';
import type { ServerEditSource } from './TransactionOrigin.ts';

/** Told what happens in a room; none of them can refuse anything. */
export interface RoomHooks {
  /** A document took its place in the room: at loading, and again if it had to be rebuilt. Put observers on it here. */
  onDoc?(doc: Y.Doc): void;
  /** Somebody came in and has been told what the board is; the place to send what else a newcomer needs. */
  onJoin?(session: Session): void;
  /** The edits that are handled together reached a stage. Often: nothing slow here. */
  onStage?(stage: EditStage): void;
  /** A command for the workshop; whoever takes it answers it. */
  onCommand?(session: Session, envelope: CommandEnvelope): void;
  /** Something that this session did to the canvas was put back, because its lane (see {@link EditGuard}) does not allow it. */
  onPutBack?(session: Session, lane: string): void;
  /** A session ended; `reason` is null when the client left. At most once a session: a line for the log. */
  onSessionEnd?(session: Session, reason: CloseReason | null, detail: string): void;
  /** Nobody is connected any more. */
  onEmpty?(): void;
  /** The room takes nothing any more and is about to leave memory. */
  onClose?(): void;
  /** Something went wrong that no client caused. */
  onError?(error: unknown, what: string): void;
}

/** What a room works with. */
export interface RoomOptions {
  readonly boardId: BoardId;
  readonly store: BoardStore;
  readonly committer: Committer;
  readonly clock: Clock;
  readonly limits?: Partial<RoomLimits>;
  readonly hooks?: RoomHooks;
  /** Makes the guard of the document, and another one when that had to be rebuilt. */
  readonly guardFor?: ((doc: Y.Doc) => EditGuard) | undefined;
  /** Makes the witness of the document, and another one when that had to be rebuilt. */
  readonly witnessFor?: ((doc: Y.Doc) => EditWitness) | undefined;
}

/** A newcomer, and the board as a whole as the first frame tells it. */
export interface JoinRequest extends Joining {
  readonly board: BoardChange;
}

/** Why somebody could not join. */
export interface Refused {
  readonly refused: CloseReason;
}

/**
 * One board in memory: its document, the people connected to it and what passes between them. An edit is stored
 * before anybody else sees it, so nothing a person saw can be lost.
 */
export class Room {
  readonly boardId: BoardId;
  readonly #limits: RoomLimits;
  readonly #clock: Clock;
  readonly #hooks: RoomHooks;
  readonly #sessions = new Set<Session>();
  readonly #awareness: RoomAwareness;
  readonly #writer: CanvasWriter;
  readonly #host: SessionHost;
  #waiting: { readonly session: Session; readonly stateVector: Uint8Array }[] = [];
  #isClosed = false;

  /** Reads the board from the store; rejects when that fails, and then there is no room. */
  static async load(options: RoomOptions): Promise<Room> {
    const limits = { ...defaultRoomLimits, ...options.limits };
    return new Room(options, limits, await Canvas.load(options, limits));
  }

  private constructor(options: RoomOptions, limits: RoomLimits, canvas: Canvas) {
    this.boardId = options.boardId;
    this.#clock = options.clock;
    this.#limits = limits;
    this.#hooks = options.hooks ?? {};
    this.#awareness = new RoomAwareness({
      clock: options.clock,
      maxStateBytes: this.#limits.maxAwarenessBytes,
      everyMs: this.#limits.awarenessEveryMs,
      mayShow: (clientId, participantId) => this.#writer.mayWrite(clientId, participantId),
      broadcast: (frame) => this.#sendToAll(frame),
    });
    this.#writer = new CanvasWriter(canvas, {
      ...options,
      limits,
      readerCount: () => this.#sessions.size,
      shownBy: (clientId) => this.#awareness.participantOf(clientId),
      events: this.#writerEvents(),
    });
    this.#host = this.#sessionHost();
    this.#hooks.onDoc?.(this.doc);
  }

  /** The document, for reading; write through {@link transact}. Another object after the room had to rebuild it. */
  get doc(): Y.Doc {
    return this.#writer.doc;
  }

  /** The open connections. */
  get sessions(): Iterable<Session> {
    return this.#sessions;
  }

  get sessionCount(): number {
    return this.#sessions.size;
  }

  /** Ids of the people connected now. */
  get participantIds(): ReadonlySet<ParticipantId> {
    return new Set([...this.#sessions].map((session) => session.participantId));
  }

  /** Whether nobody is connected and nothing waits to be stored: the room can be unloaded. */
  get isIdle(): boolean {
    return this.#sessions.size === 0 && this.#writer.isIdle;
  }

  /** Whether the storage fails and edits wait for it. */
  get isInTrouble(): boolean {
    return this.#writer.isInTrouble;
  }

  /** Lets somebody in; the caller passes the socket's frames to the session and tells it when the socket is gone. */
  join(request: JoinRequest): Session | Refused {
    if (this.#isClosed) return { refused: 'restarting' };
    if (this.#sessions.size >= this.#limits.maxConnectionsPerBoard) return { refused: 'board-busy' };
    const session = new Session(request, this.#host);
    this.#sessions.add(session);
    if (session.wantsExtras) {
      session.send(encodeBoardChange(request.board));
      if (this.#writer.isInTrouble) session.send(encodeNotice({ code: 'storage-trouble' }));
    }
    session.send(this.#step1());
    const everybody = this.#awareness.everybody();
    if (everybody !== null) session.send(everybody);
    this.#hooks.onJoin?.(session);
    return session;
  }

  /**
   * An edit of the server's own, in one transaction under the server's client id; resolves with what `edit` returns
   * when it is on disk. Rejects with what `edit` throws (nothing of it stays), or when the server had to give up.
   * `edit` may run again, on another document, when that had to be rebuilt before the edit was stored.
   */
  transact<T>(edit: (doc: Y.Doc) => T, source: ServerEditSource = 'workshop'): Promise<T> {
    if (this.#isClosed) return Promise.reject(new Error('The room is closed.'));
    return this.#writer.transact(edit, source);
  }

  /** Sends a frame of ours to everybody who understands it. */
  broadcast(frame: Uint8Array): void {
    this.#sendToExtras(frame);
  }

  /** Tells everybody who understands it what changed of title, partners or people. */
  announce(change: BoardChange): void {
    this.#sendToExtras(encodeBoardChange(change));
  }

  /** Changes what a participant may do, on all their connections, from the next frame on. */
  setRole(participantId: ParticipantId, role: Role): void {
    for (const session of this.#sessions) {
      if (session.participantId !== participantId || session.role === role) continue;
      session.role = role;
      // What was ignored meanwhile has to be sent again, and the count of saved edits starts over.
      if (mayEdit(role) && session.ignoredEdits > 0) session.close('role-changed');
      else if (session.wantsExtras) session.send(encodeBoardChange({ you: { participantId, role } }));
    }
  }

  /** Closes the connections of a participant, or those the predicate picks. */
  disconnect(who: ParticipantId | ((session: Session) => boolean), reason: CloseReason): void {
    const picks = typeof who === 'function' ? who : (session: Session) => session.participantId === who;
    for (const session of this.#sessions) if (picks(session)) session.close(reason);
  }

  /** Stores what waits, folds the log and closes every connection. Always completes; what could not be stored goes to `onError`. */
  async close(reason: CloseReason = 'restarting'): Promise<void> {
    if (this.#isClosed) return this.#writer.close();
    this.#isClosed = true;
    this.#hooks.onClose?.();
    await this.#writer.close();
    this.disconnect(() => true, reason);
    this.#awareness.close();
    this.doc.destroy();
  }

  #sessionHost(): SessionHost {
    return {
      clock: this.#clock,
      limits: this.#limits,
      onEdit: (session, update, isStep2) => {
        // While the room closes, edits are left to the client, which sends them again when it is back.
        if (!this.#isClosed) this.#writer.enqueue(session, update, isStep2);
      },
      onSyncRequest: (session, stateVector) => this.#answer(session, stateVector),
      onAwareness: (session, update) => this.#receiveAwareness(session, update),
      onAwarenessQuery: (session) => {
        const everybody = this.#awareness.everybody();
        if (everybody !== null) session.send(everybody);
      },
      onCommand: (session, envelope) => {
        // As with edits: the client gives it again, under the same id, when it is back.
        if (!this.#isClosed) this.#hooks.onCommand?.(session, envelope);
      },
      onLeave: (session, reason, detail) => this.#forget(session, reason, detail),
    };
  }

  #writerEvents(): WriterEvents {
    return {
      onDoc: (doc) => this.#hooks.onDoc?.(doc),
      onStage: (stage) => this.#hooks.onStage?.(stage),
      onCommitted: (update) => this.#broadcast(encodeSyncFrame('update', update)),
      onSaved: (session) => session.wantsExtras && session.send(encodeSaved(session.handledEdits)),
      onSettled: () => this.#answerWaiting(),
      onPutBack: (session, lane) => this.#hooks.onPutBack?.(session, lane),
      onLacking: (session) => session.send(this.#step1()),
      onRebuilt: () => this.#sendToAll(this.#step1()),
      onTrouble: () => this.#sendToExtras(encodeNotice({ code: 'storage-trouble' })),
      onHealed: () => this.#sendToExtras(encodeNotice({ code: 'storage-healed' })),
      onError: (error, what) => this.#hooks.onError?.(error, what),
    };
  }

  #step1(): Uint8Array {
    return encodeSyncFrame('step1', Y.encodeStateVector(this.doc));
  }

  #answer(session: Session, stateVector: Uint8Array): void {
    const answer = this.#writer.answerTo(stateVector);
    if (answer === 'undecodable') session.close('undecodable-frame');
    else if (answer === 'later') this.#waiting.push({ session, stateVector });
    else session.sendAnswer(answer);
  }

  #answerWaiting(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { session, stateVector } of waiting) if (session.isOpen) this.#answer(session, stateVector);
  }

  #receiveAwareness(session: Session, update: Uint8Array): void {
    const verdict = this.#awareness.receive(session, update);
    if (verdict === 'undecodable') session.close('undecodable-frame');
    else if (verdict === 'dropped') session.strikeAwareness();
  }

  #broadcast(frame: Uint8Array): void {
    for (const session of this.#sessions) if (session.isReading) session.send(frame);
  }

  #sendToAll(frame: Uint8Array): void {
    for (const session of this.#sessions) session.send(frame);
  }

  #sendToExtras(frame: Uint8Array): void {
    for (const session of this.#sessions) if (session.wantsExtras) session.send(frame);
  }

  #forget(session: Session, reason: CloseReason | null, detail: string): void {
    this.#sessions.delete(session);
    this.#awareness.leave(session);
    this.#hooks.onSessionEnd?.(session, reason, detail);
    if (this.#sessions.size === 0) this.#hooks.onEmpty?.();
  }
}
