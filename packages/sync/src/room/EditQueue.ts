import type { ParticipantId } from '@common-ground/protocol';
import type * as Y from 'yjs';
import type { Canvas } from './Canvas.ts';
import type { Session } from './Session.ts';
import type { ServerEditSource } from './TransactionOrigin.ts';

/** What somebody sent. */
export interface SessionEdit {
  readonly kind: 'session';
  readonly session: Session;
  readonly participantId: ParticipantId;
  /** Yjs update v1. */
  readonly update: Uint8Array;
  /** Whether it answers a sync request. */
  readonly isStep2: boolean;
}

/** What the server does itself. */
export interface ServerEdit {
  readonly kind: 'server';
  /** Applies the edit; throws what its maker throws. */
  run(canvas: Canvas): void;
  onDurable(): void;
  onFailed(error: unknown): void;
}

/** An edit that waits to be applied. */
export type QueuedEdit = SessionEdit | ServerEdit;

/** Edits in the order they came, until the writer takes all of them; what sessions may leave in it is bounded. */
export class EditQueue {
  readonly #maxBytes: number;
  readonly #onFirst: () => void;
  #edits: QueuedEdit[] = [];
  #bytes = 0;

  /**
   * @param maxBytes of sessions' updates that may wait
   * @param onFirst is told when an edit comes while none waits
   */
  constructor(maxBytes: number, onFirst: () => void) {
    this.#maxBytes = maxBytes;
    this.#onFirst = onFirst;
  }

  get length(): number {
    return this.#edits.length;
  }

  /** Takes an edit of a session; false, and nothing is taken, when too much waits already. */
  addOfSession(session: Session, update: Uint8Array, isStep2: boolean): boolean {
    if (this.#bytes + update.length > this.#maxBytes) return false;
    this.#bytes += update.length;
    this.#add({ kind: 'session', session, participantId: session.participantId, update, isStep2 });
    return true;
  }

  /** Takes an edit of the server's; resolves when it is durable, rejects with what it throws. */
  addOfServer<T>(edit: (doc: Y.Doc) => T, source: ServerEditSource): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    let result: { readonly value: T } | null = null;
    this.#add({
      kind: 'server',
      run: (canvas) => {
        result = { value: canvas.edit(source, edit) };
      },
      onDurable: () => result !== null && resolve(result.value),
      onFailed: reject,
    });
    return promise;
  }

  /** Takes everything out. */
  takeAll(): QueuedEdit[] {
    const edits = this.#edits;
    this.#edits = [];
    this.#bytes = 0;
    return edits;
  }

  /** Puts edits that were taken back in front of those that came since. */
  putBack(edits: readonly QueuedEdit[]): void {
    this.#edits = [...edits, ...this.#edits];
  }

  #add(edit: QueuedEdit): void {
    if (this.#edits.length === 0) this.#onFirst();
    this.#edits.push(edit);
  }
}
