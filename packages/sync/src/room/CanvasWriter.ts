import type { BoardId, ParticipantId } from '@common-ground/protocol';
import * as Y from 'yjs';
import { encodeSyncFrame } from '../frames/encodeSyncFrame.ts';
import type { BoardStore } from '../ports/BoardStore.ts';
import type { Clock } from '../ports/Clock.ts';
import type { EditGuard } from '../ports/EditGuard.ts';
import type { EditWitness } from '../ports/EditWitness.ts';
import type { ClientIds } from '../update/UpdateCheck.ts';
import { applyBatch, culpritsOf, type AppliedBatch, type BatchFailure } from './applyBatch.ts';
import { Canvas, SpoiledCanvasError } from './Canvas.ts';
import { EditQueue, type QueuedEdit, type ServerEdit, type SessionEdit } from './EditQueue.ts';
import { flushPauseMs } from './flushPauseMs.ts';
import type { EditStage } from './EditStage.ts';
import type { Committer } from './Committer.ts';
import { FullAnswer } from './FullAnswer.ts';
import { LogFolder } from './LogFolder.ts';
import type { RoomLimits } from './RoomLimits.ts';
import type { Session } from './Session.ts';
import type { ServerEditSource } from './TransactionOrigin.ts';

/** What the writer tells its room. */
export interface WriterEvents {
  onDoc(doc: Y.Doc): void;
  onStage(stage: EditStage): void;
  /** An update is durable and may be shown to everybody. */
  onCommitted(update: Uint8Array): void;
  /** More of this session's edits are durable. */
  onSaved(session: Session): void;
  /** Document and store agree: sync requests that had to wait can be answered. */
  onSettled(): void;
  /** Something that this session did was put back. */
  onPutBack(session: Session, lane: string): void;
  /** An edit of this session builds on what is not there: ask the client for it. */
  onLacking(session: Session): void;
  /** The document was rebuilt and may lack what had not been stored: ask everybody. */
  onRebuilt(): void;
  onTrouble(): void;
  onHealed(): void;
  onError(error: unknown, what: string): void;
}

/** What a writer works with. */
export interface CanvasWriterOptions {
  readonly boardId: BoardId;
  readonly store: BoardStore;
  readonly committer: Committer;
  readonly clock: Clock;
  readonly limits: RoomLimits;
  /** How many connections each flush is sent to. */
  readerCount(): number;
  /** Which participant's open socket shows a Yjs client id in its presence. */
  shownBy(clientId: number): ParticipantId | null;
  /** Makes the guard of a document; everybody who may edit may change everything where there is none. */
  readonly guardFor?: ((doc: Y.Doc) => EditGuard) | undefined;
  /** Makes the witness of a document. */
  readonly witnessFor?: ((doc: Y.Doc) => EditWitness) | undefined;
  readonly events: WriterEvents;
}

/**
 * idle: document and store agree. committing: a batch is applied and being stored. rebuilding: the document was
 * spoiled and is read from the store again. closed: nothing is taken any more.
 */
type WriterState = 'idle' | 'committing' | 'rebuilding' | 'closed';

/** Bytes of the state vector of an empty document: the number 0. */
const emptyStateVectorLength = 1;
const rebuildRetryMs = 1_000;

/**
 * The one way into a board's document: gathers edits for a moment, checks and applies them in one transaction, has
 * them stored, and only then lets them out. One batch at a time, so that outside of it the document holds exactly
 * what is on disk.
 */
export class CanvasWriter {
  readonly #options: CanvasWriterOptions;
  readonly #events: WriterEvents;
  readonly #limits: RoomLimits;
  readonly #fullAnswer: FullAnswer;
  readonly #folder: LogFolder;
  readonly #ids: ClientIds;
  readonly #queue: EditQueue;
  #canvas: Canvas;
  #guard: EditGuard | null;
  #state: WriterState = 'idle';
  #isInTrouble = false;
  #spoiledInARow = 0;
  #isClosing = false;
  #lastFlushAt = Number.NEGATIVE_INFINITY;
  #cancelTimer: (() => void) | null = null;
  #onceIdle: (() => void)[] = [];

  constructor(canvas: Canvas, options: CanvasWriterOptions) {
    this.#canvas = canvas;
    this.#guard = options.guardFor?.(canvas.doc) ?? null;
    this.#options = options;
    this.#events = options.events;
    this.#limits = options.limits;
    this.#fullAnswer = new FullAnswer(options.clock);
    this.#queue = new EditQueue(options.limits.maxQueuedBytes, () => this.#events.onStage('received'));
    this.#folder = new LogFolder(options.store, options.boardId, options.limits, canvas.stored);
    this.#ids = { mayWrite: (clientId, participantId) => this.mayWrite(clientId, participantId) };
  }

  get doc(): Y.Doc {
    return this.#canvas.doc;
  }

  get isInTrouble(): boolean {
    return this.#isInTrouble;
  }

  /** Whether nothing waits to be stored. */
  get isIdle(): boolean {
    return this.#state !== 'committing' && this.#state !== 'rebuilding' && this.#queue.length === 0;
  }

  /** Whether the participant may write under a Yjs client id: it is theirs or free, and nobody else present shows it. */
  mayWrite(clientId: number, participantId: ParticipantId): boolean {
    const shownBy = this.#options.shownBy(clientId);
    if (shownBy !== null && shownBy !== participantId) return false;
    return this.#canvas.ids.mayWrite(clientId, participantId);
  }

  /** Takes an edit of a session. Whoever fills the queue beyond its bound is closed, and sends it again later. */
  enqueue(session: Session, update: Uint8Array, isStep2: boolean): void {
    if (this.#queue.addOfSession(session, update, isStep2)) this.#schedule();
    else session.close('server-trouble', 'too many edits wait to be stored');
  }

  /** Takes an edit of the server's own; resolves when it is durable, rejects with what it throws. */
  transact<T>(edit: (doc: Y.Doc) => T, source: ServerEditSource): Promise<T> {
    const done = this.#queue.addOfServer(edit, source);
    this.#schedule();
    return done;
  }

  /**
   * The frames that answer a sync request, in order. `later`: the document holds what is not durable yet; ask again
   * when settled. `undecodable`: the state vector is not one.
   */
  answerTo(stateVector: Uint8Array): readonly Uint8Array[] | 'later' | 'undecodable' {
    if (stateVector.length === emptyStateVectorLength && stateVector[0] === 0)
      return this.#answerToNewcomer();
    if (this.#state !== 'idle') return 'later';
    try {
      return [encodeSyncFrame('step2', Y.encodeStateAsUpdate(this.doc, stateVector))];
    } catch {
      return 'undecodable';
    }
  }

  /** Stores what waits and folds the log; afterwards nothing is taken any more. Always completes. */
  async close(): Promise<void> {
    this.#isClosing = true;
    // May end at once, when nothing of what waits is new.
    this.#schedule();
    if (!this.isIdle) await new Promise<void>((resolve) => this.#onceIdle.push(resolve));
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#cancelTimer?.();
    this.#fullAnswer.forget();
    if (this.#folder.hasLog) await this.#fold(Y.encodeStateAsUpdate(this.doc));
  }

  #answerToNewcomer(): readonly Uint8Array[] | 'later' {
    if (!this.#fullAnswer.isMade) {
      if (this.#state !== 'idle') return 'later';
      this.#canvas.measured(this.#fullAnswer.make(this.doc).length);
    }
    return this.#fullAnswer.frames();
  }

  /** The first edit after a pause goes at once, later ones together. */
  #schedule(): void {
    if (this.#state !== 'idle' || this.#queue.length === 0) return;
    const pauseMs = flushPauseMs(this.#limits.flushEveryMs, this.#options.readerCount());
    const waitMs = this.#lastFlushAt + pauseMs - this.#options.clock.now();
    if (waitMs <= 0 || this.#isClosing || this.#queue.length >= this.#limits.flushFrames) this.#flush();
    else this.#cancelTimer ??= this.#options.clock.after(waitMs, () => this.#flush());
  }

  #flush(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    if (this.#state !== 'idle') return;
    this.#state = 'committing';
    this.#lastFlushAt = this.#options.clock.now();
    const batch = this.#queue.takeAll();
    const applied = applyBatch(batch, {
      canvas: this.#canvas,
      ids: this.#ids,
      guard: this.#guard,
      isOneByOne: this.#spoiledInARow > 0,
      onPutBack: (session, lane) => this.#events.onPutBack(session, lane),
    });
    if (!applied.ok) return this.#recover(batch, applied.error);
    this.#spoiledInARow = 0;
    this.#events.onStage('checked');
    this.#commit(applied.value.serverEdits, this.#judge(applied.value.judged));
  }

  /** Acts on the outcomes; returns the sessions of which something will be saved. */
  #judge(judged: AppliedBatch['judged']): Set<Session> {
    const sessions = new Set<Session>();
    for (const [edit, outcome] of judged) {
      edit.session.handledEdits += 1;
      if (outcome === 'applied' || outcome === 'empty') {
        if (edit.isStep2) edit.session.resyncAskedAt = null;
        sessions.add(edit.session);
      } else if (outcome === 'missing-dependencies') this.#askForMissing(edit);
      else edit.session.close(outcome);
    }
    return sessions;
  }

  /** What an edit lacks is asked for once; its own client's next edits lack it too until the answer comes. */
  #askForMissing(edit: SessionEdit): void {
    const { session } = edit;
    const now = this.#options.clock.now();
    if (session.resyncAskedAt === null) {
      session.resyncAskedAt = now;
      this.#events.onLacking(session);
    } else if (edit.isStep2 || now - session.resyncAskedAt > this.#limits.resyncWithinMs) {
      session.close('missing-dependencies');
    }
  }

  #commit(serverEdits: readonly ServerEdit[], sessions: ReadonlySet<Session>): void {
    const updates = this.#canvas.takeUpdates();
    const onDurable = (): void => this.#finish(updates, serverEdits, sessions);
    if (updates.length === 0) return onDurable();
    const { boardId, clock } = this.#options;
    const newOwners = this.#canvas.takeNewOwners();
    const at = clock.now();
    this.#options.committer.commit({
      boardId,
      entries: updates.map((update, index) => ({
        boardId,
        update,
        at,
        newOwners: index === 0 ? newOwners : [],
      })),
      onDurable,
      onTrouble: () => this.#enterTrouble(),
      onAbandoned: () => this.#abandon(serverEdits),
    });
  }

  #finish(
    updates: readonly Uint8Array[],
    serverEdits: readonly ServerEdit[],
    sessions: ReadonlySet<Session>,
  ): void {
    if (this.#isInTrouble) {
      this.#isInTrouble = false;
      this.#events.onHealed();
    }
    this.#state = 'idle';
    this.#events.onStage('committed');
    for (const update of updates) {
      this.#folder.appended(update.length);
      this.#fullAnswer.extend(update);
      this.#events.onCommitted(update);
    }
    for (const session of sessions) if (session.resyncAskedAt === null) this.#events.onSaved(session);
    this.#events.onStage('broadcast');
    for (const edit of serverEdits) edit.onDurable();
    this.#settle();
  }

  /** Document and store agree now: do what needs that, then go on with what queued meanwhile. */
  #settle(): void {
    this.#events.onSettled();
    if (this.#folder.isDue && !this.#isClosing) {
      const state = this.#fullAnswer.make(this.doc);
      this.#canvas.measured(state.length);
      void this.#fold(state);
    }
    this.#schedule();
    if (!this.isIdle) return;
    const told = this.#onceIdle;
    this.#onceIdle = [];
    for (const tell of told) tell();
  }

  async #fold(state: Uint8Array): Promise<void> {
    try {
      await this.#folder.fold(state);
    } catch (error) {
      this.#events.onError(error, 'folding the log');
    }
  }

  #enterTrouble(): void {
    if (this.#isInTrouble) return;
    this.#isInTrouble = true;
    this.#events.onTrouble();
  }

  /** The server stops without having stored the batch: those who wait are told, clients keep their edits. */
  #abandon(serverEdits: readonly ServerEdit[]): void {
    this.#state = 'closed';
    const error = new Error('The storage failed until the server stopped.');
    const waiting = this.#queue.takeAll().filter((edit) => edit.kind === 'server');
    for (const edit of [...serverEdits, ...waiting]) edit.onFailed(error);
    this.#events.onError(error, 'storing edits');
    for (const tell of this.#onceIdle.splice(0)) tell();
  }

  /**
   * Applying failed half-way, so the document cannot be trusted: it is read from the store again, the culprit is
   * left out and everything else of the batch is applied once more. Nothing of the batch had been shown to anyone.
   */
  #recover(batch: readonly QueuedEdit[], failure: BatchFailure): void {
    this.#spoiledInARow += 1;
    const { error } = failure;
    const culprits = culpritsOf(batch, failure, this.#spoiledInARow > 1);
    for (const culprit of culprits) {
      if (culprit.kind === 'server') culprit.onFailed(error);
      else culprit.session.close('undecodable-update', 'applying it failed');
    }
    if (error instanceof SpoiledCanvasError) this.#events.onError(error.cause, 'applying an edit');
    this.#queue.putBack(batch.filter((edit) => !culprits.includes(edit)));
    this.#state = 'rebuilding';
    this.#fullAnswer.forget();
    void this.#rebuild();
  }

  async #rebuild(): Promise<void> {
    try {
      const canvas = await Canvas.load(this.#options, this.#limits);
      this.#canvas.doc.destroy();
      this.#canvas = canvas;
      this.#guard = this.#options.guardFor?.(canvas.doc) ?? null;
    } catch (error) {
      this.#events.onError(error, 'rebuilding the document');
      if (this.#isClosing) return this.#abandon([]);
      this.#options.clock.after(rebuildRetryMs, () => void this.#rebuild());
      return;
    }
    this.#state = 'idle';
    this.#events.onDoc(this.doc);
    this.#events.onRebuilt();
    this.#settle();
  }
}
