import type { RecordsDiff } from '@tldraw/store';
import type { TLRecord, TLRichText, TLShape, TLStore } from '@tldraw/tlschema';
import { boardOrigins, type BoardDocument } from '../document/BoardDocument.ts';
import { withDerivedOf } from '../records/derivedProps.ts';
import { DirtyRecords } from '../records/DirtyRecords.ts';
import { RecordReader, type ReadChanges } from '../records/RecordReader.ts';
import { sameJson } from '../records/sameJson.ts';
import { writeChanges } from '../records/writeChanges.ts';
import { canonicalShape } from './canonicalShape.ts';
import type { FrameScheduler } from './FrameScheduler.ts';
import type { OpenTexts } from './OpenTexts.ts';
import { separateDerived } from './separateDerived.ts';

/** What a binding stands between, and what it asks. */
export interface BoardBindingOptions {
  readonly board: BoardDocument;
  /** tldraw's store; only the binding merges remote changes into it. */
  readonly store: TLStore;
  readonly frames: FrameScheduler;
  /** Whether this person may change the board now; what they change otherwise is taken back. */
  readonly mayWrite: () => boolean;
  /** Text editors that are bound to the document by themselves; none unless given. */
  readonly openTexts?: OpenTexts;
  /** Told when records were set aside or are sound again. */
  readonly onFaults?: (faults: ReadonlyMap<string, string>) => void;
}

/**
 * Keeps a tldraw store and a board's document the same. The user's changes are written into the document as tldraw
 * tells of them, key by key; what changes in the document is shown once a frame. After every frame the store holds
 * exactly what the document says, also where tldraw would have corrected it by itself: the document is the truth.
 */
export class BoardBinding {
  readonly reader: RecordReader;
  private readonly options: BoardBindingOptions;
  private readonly openTexts: OpenTexts;
  private readonly dirty: DirtyRecords;
  private readonly stops: (() => void)[];
  private cancelFrame: (() => void) | null = null;
  private faultCount = 0;
  private isWriting = true;
  /** Ids of records that the store may have otherwise than the document: changed by the user, or there. */
  private doubtful = new Set<string>();
  /** While the document is shown: ids of records that tldraw then changed by itself. */
  private corrected: Set<string> | null = null;

  constructor(options: BoardBindingOptions) {
    const { board, store } = options;
    this.options = options;
    this.openTexts = options.openTexts ?? noOpenTexts;
    this.reader = new RecordReader(board, store.schema);
    this.dirty = new DirtyRecords(board, () => this.schedule());
    this.show([this.reader.readAll()]);
    const { sideEffects } = store;
    this.stops = [
      sideEffects.registerBeforeCreateHandler('shape', (shape) => canonicalShape(shape, null)),
      sideEffects.registerBeforeChangeHandler('shape', (before, shape) =>
        // What an open editor shows is its own: it would take a corrected text for somebody else's.
        canonicalShape(shape, this.openTexts.isMounted(shape.id) ? shape : before),
      ),
      ...this.onUserChange(() => this.schedule()),
      store.listen(({ changes }) => this.handleUserChanges(changes), { source: 'user', scope: 'document' }),
      store.listen(({ changes }) => this.handleMergedChanges(changes), {
        source: 'remote',
        scope: 'document',
      }),
    ];
  }

  /**
   * Writes the user's changes that still wait for the frame, and shows nothing: for the middle of an operation of
   * tldraw's, where nothing may be merged into the store.
   */
  writePending(): void {
    this.options.store._flushHistory();
  }

  /** Writes the user's changes that still wait for the frame, then shows what came in. */
  flush(): void {
    this.writePending();
    const readings = this.readDirty();
    this.cancelFrame?.();
    this.cancelFrame = null;
    this.show(readings);
  }

  /**
   * Runs something whose changes of the store are not the user's, such as tldraw's taking back a gesture that was
   * called off: nothing of it is written, and the next frame shows what the document says.
   */
  withoutWriting(act: () => void): void {
    this.writePending();
    this.isWriting = false;
    try {
      act();
      this.writePending();
    } finally {
      this.isWriting = true;
    }
  }

  /** The next frame looks at this record again, because the store may hold it otherwise than the document. */
  doubt(id: string): void {
    this.doubtful.add(id);
    this.schedule();
  }

  /** Writes what still waits and lets go of store and document. */
  dispose(): void {
    this.writePending();
    this.cancelFrame?.();
    for (const stop of this.stops) stop();
    this.dirty.dispose();
  }

  /** tldraw tells of changes with the browser's next frame, which may never come; this hears of them at once. */
  private onUserChange(act: () => void): (() => void)[] {
    const { schema, sideEffects } = this.options.store;
    const handle = (source: 'remote' | 'user') => {
      if (source === 'user' && this.corrected === null) act();
    };
    return Object.values(schema.types).flatMap(({ typeName, scope }) =>
      scope === 'document'
        ? [
            sideEffects.registerAfterCreateHandler(typeName, (_record, source) => handle(source)),
            sideEffects.registerAfterChangeHandler(typeName, (_before, _record, source) => handle(source)),
            sideEffects.registerAfterDeleteHandler(typeName, (_record, source) => handle(source)),
          ]
        : [],
    );
  }

  private schedule(): void {
    this.cancelFrame ??= this.options.frames.next(() => {
      this.cancelFrame = null;
      this.flush();
    });
  }

  private handleUserChanges(changes: RecordsDiff<TLRecord>): void {
    const { board, mayWrite } = this.options;
    // tldraw counts what it corrects after a merge as the user's; nobody did it, and everybody's tldraw does.
    if (this.corrected !== null) {
      this.handleMergedChanges(changes);
      return;
    }
    for (const id of idsOf(changes)) this.doubtful.add(id);
    this.schedule();
    if (!this.isWriting || !mayWrite()) return;
    const isTextMounted = (id: string) => this.openTexts.isMounted(id);
    const { made, derived } = separateDerived(this.fromDocument(changes), isTextMounted);
    board.doc.transact(() => writeChanges(board, made, isTextMounted), boardOrigins.user);
    if (Object.keys(derived.updated).length === 0) return;
    board.doc.transact(() => writeChanges(board, derived, isTextMounted), boardOrigins.derived);
  }

  private handleMergedChanges(changes: RecordsDiff<TLRecord>): void {
    for (const id of idsOf(changes)) this.corrected?.add(id);
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

  private readDirty(): readonly ReadChanges[] {
    const read = this.reader.read(this.dirty.take());
    return this.writeMeasured(read.put) ? [read, this.reader.read(this.dirty.take())] : [read];
  }

  /** Measures texts that others changed, and writes what came out; true when anything did. */
  private writeMeasured(put: readonly TLRecord[]): boolean {
    const { board, mayWrite } = this.options;
    if (!mayWrite()) return false;
    const updated: Record<string, [TLRecord, TLRecord]> = {};
    for (const shape of put) {
      if (shape.typeName !== 'shape' || !this.hasOtherText(shape)) continue;
      const measured = this.openTexts.measured(shape);
      const sizes = measured === null ? shape : withDerivedOf(shape, measured);
      if (sizes !== shape) updated[shape.id] = [shape, sizes];
    }
    if (Object.keys(updated).length === 0) return false;
    board.doc.transact(() => writeChanges(board, { added: {}, updated, removed: {} }), boardOrigins.derived);
    return true;
  }

  /**
   * Whether a shape is otherwise than it is shown in more than its place and its derived sizes. Sizes alone are not
   * measured again: two browsers with different fonts would correct each other for ever.
   */
  private hasOtherText(shape: TLShape): boolean {
    const shown = this.options.store.get(shape.id);
    return shown !== undefined && !sameJson(withDerivedOf(shape, shown).props, shown.props);
  }

  /** Shows what readings changed, and what the user changed otherwise than the document has it now. */
  private show(readings: readonly ReadChanges[]): void {
    const doubtful = this.doubtful;
    // What is doubted while this is shown waits for the next frame.
    this.doubtful = new Set();
    for (const { put, removed } of readings) {
      for (const record of put) doubtful.add(record.id);
      for (const id of removed) doubtful.add(id);
    }
    try {
      const corrected = this.showOnce(this.differences(doubtful), true);
      this.showOnce(this.differences(corrected), false);
    } catch (error) {
      for (const id of doubtful) this.doubtful.add(id);
      throw error;
    }
    this.tellFaults();
  }

  private tellFaults(): void {
    const { size } = this.reader.faults;
    if (size > 0 || this.faultCount > 0) this.options.onFaults?.(this.reader.faults);
    this.faultCount = size;
  }

  /** Merges into the store; answers with the ids of all records that changed, by us or by tldraw's correcting them. */
  private showOnce(changes: ReadChanges, lettingTldrawCorrect: boolean): ReadonlySet<string> {
    const corrected = new Set<string>();
    const isNothing = changes.put.length + changes.removed.length === 0;
    if (isNothing && !(lettingTldrawCorrect && this.openTexts.hasArrived())) return corrected;
    this.corrected = corrected;
    try {
      this.merge(changes, lettingTldrawCorrect);
    } catch {
      // tldraw refuses a batch for one record of it: alone, the others go in.
      this.merge({ put: [], removed: changes.removed }, lettingTldrawCorrect);
      for (const record of changes.put) this.mergeAlone(record, lettingTldrawCorrect);
    } finally {
      this.corrected = null;
    }
    return corrected;
  }

  private merge({ put, removed }: ReadChanges, lettingTldrawCorrect: boolean): void {
    const { store } = this.options;
    store.mergeRemoteChanges(() => {
      if (!lettingTldrawCorrect) silenceSideEffects(store);
      store.remove(byKind(removed));
      store.put([...put]);
      if (lettingTldrawCorrect) this.openTexts.showArrived();
    });
    store._flushHistory();
  }

  private mergeAlone(record: TLRecord, lettingTldrawCorrect: boolean): void {
    try {
      this.merge({ put: [record], removed: [] }, lettingTldrawCorrect);
    } catch (error) {
      this.reader.setAside(record.id, error instanceof Error ? error.message : String(error));
    }
  }

  /** What would make the store hold of these ids what the document says. */
  private differences(ids: ReadonlySet<string>): ReadChanges {
    const { store } = this.options;
    const put: TLRecord[] = [];
    const removed: string[] = [];
    for (const id of ids) {
      const current = store.get(id as TLRecord['id']);
      const truth = this.withOpenText(this.reader.shownRecord(id), current);
      if (truth === null) {
        if (current !== undefined) removed.push(id);
      } else if (!sameJson(current, truth)) {
        put.push(this.knownParts(truth));
      }
    }
    return { put, removed };
  }

  /** The text of an open editor is what the editor says, to the very object: any other would replace what is in it. */
  private withOpenText(truth: TLRecord | null, current: TLRecord | undefined): TLRecord | null {
    if (truth?.typeName !== 'shape' || current?.typeName !== 'shape') return truth;
    if (!this.openTexts.isMounted(truth.id)) return truth;
    const richText = richTextOf(current);
    if (richText === undefined || richText === richTextOf(truth)) return truth;
    return { ...truth, props: { ...truth.props, richText } };
  }

  /**
   * What did not change keeps its identity: tldraw's caches and an open editor go by it. A shape that only moved would
   * otherwise be measured and typeset again.
   */
  private knownParts(record: TLRecord): TLRecord {
    const current = record.typeName === 'shape' ? this.options.store.get(record.id) : undefined;
    if (record.typeName !== 'shape' || current === undefined) return record;
    const meta = sameJson(current.meta, record.meta) ? current.meta : record.meta;
    if (sameJson(current.props, record.props)) return { ...record, meta, props: current.props };
    const known = richTextOf(current);
    const next = richTextOf(record);
    if (known === undefined || known === next || !sameJson(known, next)) return { ...record, meta };
    return { ...record, meta, props: { ...record.props, richText: known } };
  }
}

const noOpenTexts: OpenTexts = {
  isMounted: () => false,
  hasArrived: () => false,
  showArrived: () => undefined,
  measured: () => null,
};

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

/**
 * Until the merge in progress ends, tldraw corrects nothing. `setIsEnabled` is not in its published types; a test of
 * ours fails should it change.
 */
function silenceSideEffects({ sideEffects }: TLStore): void {
  (sideEffects as unknown as { setIsEnabled(isEnabled: boolean): void }).setIsEnabled(false);
}
