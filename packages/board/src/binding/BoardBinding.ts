import type { RecordsDiff } from '@tldraw/store';
import type { TLRecord, TLRichText, TLShape, TLStore } from '@tldraw/tlschema';
import { boardOrigins, type BoardDocument } from '../document/BoardDocument.ts';
import { DirtyRecords } from '../records/DirtyRecords.ts';
import { RecordReader } from '../records/RecordReader.ts';
import { sameJson } from '../records/sameJson.ts';
import { writeChanges } from '../records/writeChanges.ts';
import { canonicalShape } from './canonicalShape.ts';
import type { FrameScheduler } from './FrameScheduler.ts';

/** What a binding stands between, and what it asks. */
export interface BoardBindingOptions {
  readonly board: BoardDocument;
  /** tldraw's store; only the binding merges remote changes into it. */
  readonly store: TLStore;
  readonly frames: FrameScheduler;
  /** Whether this person may change the board now; what they change otherwise is taken back. */
  readonly mayWrite: () => boolean;
  /** Ids of shapes whose open text editor writes into the document itself. */
  readonly isTextMounted?: (shapeId: string) => boolean;
  /** Told when records were set aside or are sound again. */
  readonly onFaults?: (faults: ReadonlyMap<string, string>) => void;
}

/** tldraw corrects records as they arrive (bindings, groups); a second pass puts back what the document says. */
const maxPasses = 4;

/**
 * Keeps a tldraw store and a board's document the same. The user's changes are written into the document once a
 * frame, key by key; what changes in the document is shown once a frame. After every pass the store holds exactly
 * what the document says, also where tldraw would have corrected it by itself: the document is the truth.
 */
export class BoardBinding {
  readonly reader: RecordReader;
  private readonly options: BoardBindingOptions;
  private readonly dirty: DirtyRecords;
  private readonly stops: (() => void)[];
  private cancelFrame: (() => void) | null = null;
  /** Ids that something else than this binding's own put changed while it merged. */
  private corrected = new Set<string>();

  constructor(options: BoardBindingOptions) {
    const { board, store } = options;
    this.options = options;
    this.reader = new RecordReader(board, store.schema);
    this.dirty = new DirtyRecords(board, () => this.schedule());
    this.show(this.reader.readAll());
    const { sideEffects } = store;
    this.stops = [
      sideEffects.registerBeforeCreateHandler('shape', (shape) => canonicalShape(shape, null)),
      sideEffects.registerBeforeChangeHandler('shape', (before, shape) => canonicalShape(shape, before)),
      store.listen(({ changes }) => this.handleUserChanges(changes), { source: 'user', scope: 'document' }),
      store.listen(({ changes }) => this.noteCorrections(changes), { source: 'remote', scope: 'document' }),
    ];
  }

  /** Writes the user's changes that still wait for the frame, then shows what came in. */
  flush(): void {
    this.options.store._flushHistory();
    this.showDirty();
  }

  /** Writes what still waits and lets go of store and document. */
  dispose(): void {
    this.options.store._flushHistory();
    this.cancelFrame?.();
    for (const stop of this.stops) stop();
    this.dirty.dispose();
  }

  private schedule(): void {
    this.cancelFrame ??= this.options.frames.next(() => {
      this.cancelFrame = null;
      this.flush();
    });
  }

  private handleUserChanges(changes: RecordsDiff<TLRecord>): void {
    const { board, mayWrite, isTextMounted } = this.options;
    if (!mayWrite()) {
      this.putBack(idsOf(changes));
      return;
    }
    board.doc.transact(
      () => writeChanges(board, this.fromDocument(changes), isTextMounted),
      boardOrigins.user,
    );
    this.showDirty();
  }

  /** A shape shown elsewhere than the document says is written whole, or its new place would mix with the old. */
  private fromDocument(changes: RecordsDiff<TLRecord>): RecordsDiff<TLRecord> {
    const updated: Record<string, [TLRecord, TLRecord]> = { ...changes.updated };
    for (const [id, [, to]] of Object.entries(changes.updated)) {
      const raw = this.reader.unsettled(id);
      if (raw !== null) updated[id] = [raw, to];
    }
    return { ...changes, updated };
  }

  private showDirty(): void {
    this.cancelFrame?.();
    this.cancelFrame = null;
    const faultsBefore = this.reader.faults.size;
    this.show(this.reader.read(this.dirty.take()));
    if (this.reader.faults.size > 0 || faultsBefore > 0) this.options.onFaults?.(this.reader.faults);
  }

  private show(changes: { put: readonly TLRecord[]; removed: readonly string[] }): void {
    const { store } = this.options;
    let put = changes.put
      .filter((record) => !sameJson(store.get(record.id), record))
      .map((record) => this.knownParts(record));
    let removed = changes.removed.filter((id) => store.has(id as TLRecord['id']));
    for (let pass = 0; pass < maxPasses && put.length + removed.length > 0; pass++) {
      this.corrected = new Set();
      store.mergeRemoteChanges(() => {
        store.remove(byKind(removed));
        store.put(put);
      });
      store._flushHistory();
      [put, removed] = this.differences(this.corrected);
    }
  }

  /** Puts back what somebody changed who may not. */
  private putBack(ids: ReadonlySet<string>): void {
    const [put, removed] = this.differences(ids);
    this.show({ put, removed });
  }

  /** Of these ids, what the store has otherwise than the document. */
  private differences(ids: ReadonlySet<string>): [put: TLRecord[], removed: string[]] {
    const { store } = this.options;
    const put: TLRecord[] = [];
    const removed: string[] = [];
    for (const id of ids) {
      const truth = this.reader.shownRecord(id);
      const current = store.get(id as TLRecord['id']);
      if (truth === null) {
        if (current !== undefined) removed.push(id);
      } else if (!sameJson(current, truth)) {
        put.push(truth);
      }
    }
    return [put, removed];
  }

  /** Text that did not change keeps its identity: tldraw's caches and an open editor go by it. */
  private knownParts(record: TLRecord): TLRecord {
    if (record.typeName !== 'shape') return record;
    const current = this.options.store.get(record.id);
    const known = current === undefined ? undefined : richTextOf(current);
    const next = richTextOf(record);
    if (known === undefined || known === next || !sameJson(known, next)) return record;
    return { ...record, props: { ...record.props, richText: known } };
  }

  private noteCorrections(changes: RecordsDiff<TLRecord>): void {
    for (const id of idsOf(changes)) this.corrected.add(id);
  }
}

function richTextOf(shape: TLShape): TLRichText | undefined {
  return (shape.props as { richText?: TLRichText }).richText;
}

function idsOf(changes: RecordsDiff<TLRecord>): Set<string> {
  return new Set([
    ...Object.keys(changes.added),
    ...Object.keys(changes.updated),
    ...Object.keys(changes.removed),
  ]);
}

/** Bindings go before the shapes they hold on to. */
function byKind(ids: readonly string[]): TLRecord['id'][] {
  return ids.toSorted(
    (a, b) => Number(b.startsWith('binding:')) - Number(a.startsWith('binding:')),
  ) as TLRecord['id'][];
}
