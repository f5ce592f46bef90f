import type { BoardId, CloseReason, ParticipantId } from '@common-ground/protocol';
import * as Y from 'yjs';
import type { BoardStore, ClientOwner, StoredCanvas } from '../ports/BoardStore.ts';
import type { Clock } from '../ports/Clock.ts';
import type { EditGuard } from '../ports/EditGuard.ts';
import type { EditWitness } from '../ports/EditWitness.ts';
import { GatheredDeletes } from '../update/GatheredDeletes.ts';
import { UpdateCheck, type ClientIds } from '../update/UpdateCheck.ts';
import type { StoredSize } from './LogFolder.ts';
import { OwnedClientIds } from './OwnedClientIds.ts';
import type { RoomLimits } from './RoomLimits.ts';
import type { ServerEditSource, TransactionOrigin } from './TransactionOrigin.ts';

/** What became of one participant's update: in the document, nothing new in it, or refused. */
export type EditOutcome = 'applied' | 'empty' | CloseReason;

/** Thrown when Yjs failed while it applied what had passed every check: the document may be spoiled. */
export class SpoiledCanvasError extends Error {
  /** Index of the update that did it, or null when an observer of the document threw afterwards. */
  readonly culprit: number | null;

  constructor(culprit: number | null, cause: unknown) {
    super('Applying an edit failed; the document is rebuilt from the store.', { cause });
    this.name = 'SpoiledCanvasError';
    this.culprit = culprit;
  }
}

/** Where a canvas comes from. */
export interface CanvasSource {
  readonly boardId: BoardId;
  readonly store: BoardStore;
  readonly clock: Clock;
  /** Makes the witness of a document. */
  readonly witnessFor?: ((doc: Y.Doc) => EditWitness) | undefined;
}

/** One participant's update. */
export interface CanvasEdit {
  readonly participantId: ParticipantId;
  /** Yjs update v1. */
  readonly update: Uint8Array;
}

/** A board that seems full is measured, but not more often than this: measuring takes seconds on the largest. */
const remeasureAfterMs = 10_000;

/**
 * A board's Yjs document with what guards it: who owns which Yjs client id, and how large it is. Everything that
 * changes the document goes through here and is collected as updates for the store.
 */
export class Canvas {
  readonly doc: Y.Doc;
  /** What the store held when the document was read from it. */
  readonly stored: StoredSize;
  readonly ids: OwnedClientIds;
  readonly #check: UpdateCheck;
  readonly #limits: RoomLimits;
  readonly #clock: Clock;
  readonly #witness: EditWitness | null;
  readonly #deletes = new GatheredDeletes();
  #made: Uint8Array[] = [];
  #measuredBytes: number;
  #grownBytes = 0;
  #measuredAt = Number.NEGATIVE_INFINITY;

  private constructor(stored: StoredCanvas, limits: RoomLimits, source: CanvasSource) {
    this.#clock = source.clock;
    this.#limits = limits;
    this.#check = new UpdateCheck({ maxValueBytes: limits.maxRecordBytes, maxDepth: limits.maxDepth });
    this.doc = new Y.Doc();
    const updates = stored.snapshot === null ? stored.updates : [stored.snapshot, ...stored.updates];
    const origin: TransactionOrigin = { source: 'load' };
    this.doc.transact(() => updates.forEach((update) => Y.applyUpdate(this.doc, update, origin)), origin);
    if (hasPending(this.doc)) throw new Error('The stored log has gaps.');
    this.ids = new OwnedClientIds(stored.owners);
    this.ids.bindServer(this.doc);
    const snapshotBytes = stored.snapshot?.length ?? 0;
    const logBytes = sum(stored.updates);
    this.stored = { lastSeq: stored.lastSeq, snapshotBytes, logUpdates: stored.updates.length, logBytes };
    this.#measuredBytes = snapshotBytes;
    this.#grownBytes = logBytes;
    this.doc.on('update', (update: Uint8Array) => this.#made.push(update));
    this.#witness = source.witnessFor?.(this.doc) ?? null;
  }

  /** Reads a board from the store. Rejects when the store fails or holds what Yjs cannot read whole. */
  static async load(source: CanvasSource, limits: RoomLimits): Promise<Canvas> {
    return new Canvas(await source.store.load(source.boardId), limits, source);
  }

  /**
   * Checks and applies updates in one Yjs transaction; returns one outcome each. A refused update leaves the
   * document untouched. What one participant's neighbouring updates delete is deleted at once, but for
   * `isOneByOne`, which finds the culprit whatever it did. Throws {@link SpoiledCanvasError}.
   */
  applyEdits(edits: readonly CanvasEdit[], ids: ClientIds, isOneByOne = false): EditOutcome[] {
    const outcomes: EditOutcome[] = [];
    const origin: TransactionOrigin = { source: 'remote' };
    let culprit: number | null = null;
    try {
      this.doc.transact((transaction) => {
        for (const run of isOneByOne ? edits.map((edit) => [edit]) : byParticipant(edits)) {
          for (const edit of run) {
            culprit = outcomes.length;
            outcomes.push(this.#applyEdit(edit, ids, origin, run.length > 1));
          }
          if (run.length > 1) culprit = null;
          this.#applyDeletes(origin);
          this.#witness?.applied(run[0].participantId, transaction);
        }
        culprit = null;
      }, origin);
    } catch (error) {
      this.#deletes.clear();
      throw new SpoiledCanvasError(culprit, error);
    }
    this.ids.bindServer(this.doc);
    return outcomes;
  }

  /** Runs an edit of the server's own in one transaction. Throws what `edit` throws; then the document is spoiled. */
  edit<T>(source: ServerEditSource, edit: (doc: Y.Doc) => T): T {
    const origin: TransactionOrigin = { source };
    const result = this.doc.transact(() => edit(this.doc), origin);
    this.ids.bindServer(this.doc);
    return result;
  }

  /**
   * Applies updates as {@link applyEdits} does and has the guard put back what the lane does not allow. What it put back
   * and what it is put back from leave as one update, so that nobody sees the one without the other.
   */
  applyGuardedEdits(
    edits: readonly CanvasEdit[],
    ids: ClientIds,
    guard: EditGuard,
    lane: string,
    isOneByOne = false,
  ): { readonly outcomes: EditOutcome[]; readonly wasPutBack: boolean } {
    const before = this.#made.length;
    guard.beforeEdits(lane);
    const outcomes = this.applyEdits(edits, ids, isOneByOne);
    const wasPutBack = this.edit('migration', () => guard.putBack(lane));
    guard.afterEdits();
    if (this.#made.length > before + 1) this.#made.push(Y.mergeUpdates(this.#made.splice(before)));
    return { outcomes, wasPutBack };
  }

  /** Takes the updates made since the last call, to be stored in this order. */
  takeUpdates(): Uint8Array[] {
    const made = this.#made;
    this.#made = [];
    this.#grownBytes += sum(made);
    return made;
  }

  /** Takes the client ids that wrote for the first time since the last call. */
  takeNewOwners(): (readonly [number, ClientOwner])[] {
    return this.ids.takeNew(this.doc);
  }

  /** Tells the size of the whole encoded state, whenever somebody has encoded it. */
  measured(bytes: number): void {
    this.#measuredBytes = bytes;
    this.#grownBytes = 0;
    this.#measuredAt = this.#clock.now();
  }

  /** `isGathering` leaves what the update deletes to {@link #applyDeletes}. */
  #applyEdit(edit: CanvasEdit, ids: ClientIds, origin: TransactionOrigin, isGathering: boolean): EditOutcome {
    const check = this.#check;
    const refusal = check.check(edit.update, this.doc, edit.participantId, ids);
    if (refusal !== null) return refusal;
    if (check.isEmpty) return 'empty';
    // A full board can still be emptied: deletes bring no structs.
    if (check.bringsStructs && !this.#hasRoomFor(edit.update.length)) return 'board-too-large';
    if (!isGathering) Y.applyUpdate(this.doc, edit.update, origin);
    else if (check.bringsStructs) this.#applyStructs(edit.update, check.structsEnd, origin);
    for (const clientId of check.writers) this.ids.claim(clientId, edit.participantId);
    // Structs that wait for each other pass the check one by one; Yjs would keep them for ever.
    if (hasPending(this.doc)) {
      dropPending(this.doc);
      return 'undecodable-update';
    }
    if (isGathering) this.#gather(check.deletes);
    return 'applied';
  }

  /** Applies an update without what it deletes: for that moment, it says that it deletes nothing. A copy would cost more. */
  #applyStructs(update: Uint8Array, structsEnd: number, origin: TransactionOrigin): void {
    const deleteBlocks = update[structsEnd] ?? 0;
    update[structsEnd] = 0;
    try {
      Y.applyUpdate(this.doc, update.subarray(0, structsEnd + 1), origin);
    } finally {
      update[structsEnd] = deleteBlocks;
    }
  }

  #gather(deletes: readonly number[]): void {
    for (let at = 0; at < deletes.length; at += 3) {
      this.#deletes.add(deletes[at] ?? 0, deletes[at + 1] ?? 0, deletes[at + 2] ?? 0);
    }
  }

  #applyDeletes(origin: TransactionOrigin): void {
    const update = this.#deletes.takeUpdate();
    if (update !== null) Y.applyUpdate(this.doc, update, origin);
  }

  /** The estimate only grows between measurings (later edits replace earlier ones), so a board that seems full is measured. */
  #hasRoomFor(byteLength: number): boolean {
    const max = this.#limits.maxBoardBytes;
    if (this.#measuredBytes + this.#grownBytes + byteLength <= max) return true;
    if (this.#clock.now() < this.#measuredAt + remeasureAfterMs) return false;
    this.measured(Y.encodeStateAsUpdate(this.doc).length);
    return this.#measuredBytes + byteLength <= max;
  }
}

/** Neighbouring edits of one participant together. */
function byParticipant(edits: readonly CanvasEdit[]): (readonly [CanvasEdit, ...CanvasEdit[]])[] {
  const runs: [CanvasEdit, ...CanvasEdit[]][] = [];
  for (const edit of edits) {
    const run = runs.at(-1);
    if (run?.[0].participantId === edit.participantId) run.push(edit);
    else runs.push([edit]);
  }
  return runs;
}

function hasPending(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

function dropPending(doc: Y.Doc): void {
  doc.store.pendingStructs = null;
  doc.store.pendingDs = null;
}

function sum(updates: readonly Uint8Array[]): number {
  return updates.reduce((total, update) => total + update.length, 0);
}
