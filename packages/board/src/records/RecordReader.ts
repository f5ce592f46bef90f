import type { TLBinding, TLRecord, TLRichText, TLSchema, TLShape } from '@tldraw/tlschema';
import type { BoardDocument } from '../document/BoardDocument.ts';
import { parseRecord } from '../schema/boardSchema.ts';
import { settleTree, type Settled } from '../tree/settleTree.ts';
import { atKeptPosition } from './anchor.ts';
import type { Dirty } from './DirtyRecords.ts';
import { readShape } from './readShape.ts';

/** What a reading changes for whoever shows the board. */
export interface ReadChanges {
  readonly put: readonly TLRecord[];
  readonly removed: readonly string[];
}

/**
 * Reads the document into records that tldraw can draw, everything at first, then what became dirty. All that is
 * read is untrusted: a record that does not validate is set aside (`faults` tells why) and the rest goes on; shapes
 * without a sound place are settled (see `settleTree`); bindings wait until both their ends are there.
 */
export class RecordReader {
  /** Records that were set aside: id → reason. */
  readonly faults = new Map<string, string>();
  /** Valid records as the document has them. */
  private readonly valid = new Map<string, TLRecord>();
  /** What was handed out last, by id. */
  private readonly shown = new Map<string, TLRecord>();
  private settled: ReadonlyMap<string, Settled> = new Map();
  private readonly board: BoardDocument;
  private readonly schema: TLSchema;

  constructor(board: BoardDocument, schema: TLSchema) {
    this.board = board;
    this.schema = schema;
  }

  /** Every record of the document. */
  readAll(): ReadChanges {
    return this.read({
      shapes: new Set([...this.board.shapes.keys(), ...this.valid.keys()]),
      texts: new Set(this.board.shapes.keys()),
      records: new Set([...this.board.records.keys(), ...this.valid.keys()]),
    });
  }

  /** Reads again what became dirty; the answer also holds what else changed its place or had to wait for it. */
  read(dirty: Omit<Dirty, 'maps'>): ReadChanges {
    const touched = new Set<string>();
    let treeChanged = false;
    for (const id of dirty.shapes) {
      if (!isShapeId(id)) continue;
      touched.add(id);
      if (this.readOne(id, this.readShapeRecord(id, dirty.texts.has(id)))) treeChanged = true;
    }
    for (const id of dirty.records) {
      if (isShapeId(id)) continue;
      touched.add(id);
      if (this.readOne(id, this.board.records.get(id) ?? null)) treeChanged = true;
    }
    if (treeChanged) this.settleAgain(touched);
    return this.changesOf(touched);
  }

  /** Counts a record as unreadable for a reason that only showing it brought to light. */
  setAside(id: string, reason: string): void {
    this.faults.set(id, reason);
    this.shown.delete(id);
  }

  /** A record as it is to be shown, or null when it is not. */
  shownRecord(id: string): TLRecord | null {
    return this.shown.get(id) ?? null;
  }

  /** A shape as the document has it, when that is not how it is shown; null otherwise. */
  unsettled(shapeId: string): TLShape | null {
    return this.settled.has(shapeId) ? ((this.valid.get(shapeId) as TLShape | undefined) ?? null) : null;
  }

  /** Shapes whose place in the document is not the one they are shown at. */
  settledShapes(): ReadonlyMap<string, Settled> {
    return this.settled;
  }

  private readShapeRecord(id: string, textChanged: boolean): unknown {
    if (!this.board.shapes.has(id)) return null;
    const before = this.valid.get(id) as TLShape | undefined;
    const knownText = textChanged
      ? undefined
      : (before?.props as { richText?: TLRichText } | undefined)?.richText;
    const read = readShape(this.board, id, knownText ?? null);
    return read.ok ? read.value : new Error(read.error);
  }

  /** Validates and keeps one record; true when the tree may look different now. */
  private readOne(id: string, raw: unknown): boolean {
    const before = this.valid.get(id);
    this.faults.delete(id);
    this.valid.delete(id);
    if (raw !== null) {
      const parsed =
        raw instanceof Error
          ? { ok: false as const, error: raw.message }
          : parseRecord(this.schema, typeof raw === 'object' ? { ...raw, id } : raw);
      if (parsed.ok) this.valid.set(id, parsed.value);
      else this.faults.set(id, parsed.error);
    }
    // A settled shape's place is computed from its own position and those of its group.
    return placeOf(before) !== placeOf(this.valid.get(id)) || this.settled.has(id);
  }

  private settleAgain(touched: Set<string>): void {
    const shapes: TLShape[] = [];
    const pageIds: string[] = [];
    for (const record of this.valid.values()) {
      if (record.typeName === 'shape') shapes.push(record);
      else if (record.typeName === 'page') pageIds.push(record.id);
      else if (record.typeName === 'binding') touched.add(record.id);
    }
    const settled = settleTree(shapes, pageIds);
    for (const id of [...this.settled.keys(), ...settled.keys()]) touched.add(id);
    this.settled = settled;
  }

  private changesOf(touched: ReadonlySet<string>): ReadChanges {
    const put: TLRecord[] = [];
    const removed: string[] = [];
    const bindings: TLBinding[] = [];
    const show = (id: string, record: TLRecord | null) => {
      if (record !== null) {
        if (this.shown.get(id) === record) return;
        this.shown.set(id, record);
        put.push(record);
      } else if (this.shown.delete(id)) {
        removed.push(id);
      }
    };
    for (const id of touched) {
      const record = this.valid.get(id);
      if (record?.typeName === 'binding') bindings.push(record);
      else show(id, record === undefined ? null : this.settledRecord(record));
    }
    for (const binding of bindings) {
      const complete = this.shown.has(binding.fromId) && this.shown.has(binding.toId);
      show(binding.id, complete ? binding : null);
    }
    return { put, removed };
  }

  private settledRecord(record: TLRecord): TLRecord | null {
    const settled = this.settled.get(record.id);
    if (settled === undefined || record.typeName !== 'shape') return record;
    if (settled.kind === 'gone') return null;
    const { parentId, x, y, rotation } = settled;
    return atKeptPosition({ ...record, parentId: parentId as TLShape['parentId'], x, y, rotation });
  }
}

/** What of a record the tree, or which bindings are complete, depends on. */
function placeOf(record: TLRecord | undefined): string | null {
  if (record?.typeName === 'shape') return `${record.type} ${record.parentId}`;
  return record?.typeName === 'page' ? record.typeName : null;
}

/** Shapes and other records stand in two maps; an id in the wrong one must not take the place of the right one. */
function isShapeId(id: string): boolean {
  return id.startsWith('shape:');
}
