import {
  createBindingId,
  createShapeId,
  PageRecordType,
  type TLBinding,
  type TLPageId,
  type TLParentId,
  type TLRecord,
  type TLRichText,
  type TLSchema,
  type TLShape,
  type TLShapeId,
  type TLStore,
} from '@tldraw/tlschema';
import { getIndexAbove, type IndexKey } from '@tldraw/utils';
import * as Y from 'yjs';
import { BoardBinding } from '../binding/BoardBinding.ts';
import { noteShape, shapeOf, type ShapeSeed } from '../build/shapes.ts';
import { firstPageId } from '../document/essentials.ts';
import { openBoard, type BoardDocument } from '../document/BoardDocument.ts';
import { createBoardSchema } from '../schema/boardSchema.ts';
import { plainTextOf } from '../text/richText.ts';
import { BoardUndo } from '../undo/BoardUndo.ts';
import { arrowBinding, arrowShape } from './arrows.ts';
import { createTestStore } from './createTestStore.ts';
import { withMark, withoutText, withTextAt } from './editText.ts';
import { HandTurnedFrames } from './HandTurnedFrames.ts';

type Point = readonly [x: number, y: number];

/** What a person's canvas may be given; by default an empty document, and everything may be written. */
export interface TestCanvasOptions {
  readonly doc?: Y.Doc;
  readonly schema?: TLSchema;
  readonly isTextMounted?: (shapeId: string) => boolean;
}

/** Where something is put: its corner in px of its parent, which is the first page unless said otherwise. */
export interface Placing {
  readonly at?: Point;
  readonly in?: TLParentId;
}

/**
 * A person's canvas without a browser: a document, tldraw's store, the binding between them and an undo of one's own.
 * What the person does is in the document at once; what others did is seen when a frame passes.
 */
export class TestCanvas {
  readonly name: string;
  readonly board: BoardDocument;
  readonly store: TLStore;
  readonly frames = new HandTurnedFrames();
  readonly binding: BoardBinding;
  readonly undo: BoardUndo;
  /** What the binding told of records that were set aside, last. */
  faults: ReadonlyMap<string, string> = new Map();
  mayWrite = true;
  private made = 0;

  constructor(name: string, options: TestCanvasOptions = {}) {
    const { doc = new Y.Doc(), schema = createBoardSchema([]), isTextMounted } = options;
    this.name = name;
    this.board = openBoard(doc);
    this.store = createTestStore(schema);
    this.binding = new BoardBinding({
      board: this.board,
      store: this.store,
      frames: this.frames,
      mayWrite: () => this.mayWrite,
      openTexts: {
        isMounted: isTextMounted ?? (() => false),
        hasArrived: () => false,
        showArrived: () => undefined,
        measured: () => null,
      },
      onFaults: (faults) => {
        this.faults = new Map(faults);
      },
    });
    this.undo = new BoardUndo(this.board);
  }

  get doc(): Y.Doc {
    return this.board.doc;
  }

  /** A frame passes: this person sees what arrived. */
  looks(): void {
    this.frames.turn();
  }

  /** All that is done here reaches the binding as one change, as it does within one frame of a browser. */
  inOneFrame(act: () => void): void {
    this.store.extractingChanges(act);
  }

  writes(text: string, placing: Placing = {}): TLShapeId {
    return this.puts(noteShape(this.seed(placing), text, 'yellow'));
  }

  drawsFrame(placing: Placing = {}, [w, h]: Point = [400, 300]): TLShapeId {
    return this.puts(shapeOf(this.seed(placing), 'frame', { w, h, name: '', color: 'black' }));
  }

  /** Adds any shape as it is. */
  puts(shape: TLShape): TLShapeId {
    this.store.put([shape]);
    return shape.id;
  }

  moves(id: TLShapeId): { to(x: number, y: number): void; by(dx: number, dy: number): void } {
    return {
      to: (x, y) => this.changes(id, { x, y }),
      by: (dx, dy) => {
        const { x, y } = this.must(id);
        this.changes(id, { x: x + dx, y: y + dy });
      },
    };
  }

  turns(id: TLShapeId, rotation: number): void {
    this.changes(id, { rotation });
  }

  recolours(id: TLShapeId, color: string): void {
    this.changesProps(id, { color });
  }

  types(id: TLShapeId): { at(position: number, words: string): void } {
    return {
      at: (position, words) => this.changesText(id, (richText) => withTextAt(richText, position, words)),
    };
  }

  erases(id: TLShapeId, from: number, to: number): void {
    this.changesText(id, (richText) => withoutText(richText, from, to));
  }

  marks(id: TLShapeId, markName: string, from: number, to: number): void {
    this.changesText(id, (richText) => withMark(richText, markName, from, to));
  }

  /** Puts shapes of one parent into a group whose corner is the first one's, as tldraw does. */
  groups(ids: readonly TLShapeId[]): TLShapeId {
    const members = ids.map((id) => this.must(id));
    const [first] = members;
    if (first === undefined) throw new Error('There is nothing to group.');
    const group = shapeOf(this.seed({ at: [first.x, first.y], in: first.parentId }), 'group', {});
    const moved = members.map((member) => ({
      ...member,
      parentId: group.id,
      x: member.x - group.x,
      y: member.y - group.y,
    }));
    this.inOneFrame(() => this.store.put([group, ...moved]));
    return group.id;
  }

  /** Takes a group (that is not turned) apart. */
  ungroups(groupId: TLShapeId): void {
    const group = this.must(groupId);
    const freed = this.childrenOf(groupId).map((child) => ({
      ...child,
      parentId: group.parentId,
      x: child.x + group.x,
      y: child.y + group.y,
    }));
    this.inOneFrame(() => {
      this.store.put(freed);
      this.store.remove([groupId]);
    });
  }

  /** Moves a shape into a frame or onto a page; its numbers stay. */
  drops(id: TLShapeId, into: TLParentId): void {
    this.changes(id, { parentId: into });
  }

  /** Deletes a shape with what is in it and what is bound to it; a group of one left behind comes apart. */
  deletes(id: TLShapeId): void {
    const gone = this.withDescendants(id);
    const { parentId } = this.must(id);
    const bound = this.records().filter(
      (record): record is TLBinding =>
        record.typeName === 'binding' && (gone.includes(record.fromId) || gone.includes(record.toId)),
    );
    this.inOneFrame(() => {
      this.store.remove([...bound.map((binding) => binding.id), ...gone]);
      const parent = this.sees(parentId as TLShapeId);
      if (parent?.type === 'group' && this.childrenOf(parent.id).length < 2) this.ungroups(parent.id);
    });
  }

  /** Draws an arrow bound to two shapes. */
  connects(from: TLShapeId, to: TLShapeId): { arrow: TLShapeId; bindings: TLBinding['id'][] } {
    const arrow = arrowShape(this.seed({}));
    const bindings = [
      arrowBinding(createBindingId(this.nextName()), arrow.id, from, 'start'),
      arrowBinding(createBindingId(this.nextName()), arrow.id, to, 'end'),
    ];
    this.inOneFrame(() => this.store.put([arrow, ...bindings]));
    return { arrow: arrow.id, bindings: bindings.map(({ id }) => id) };
  }

  addsPage(name: string): TLPageId {
    const index = getIndexAbove(this.topIndex((record) => record.typeName === 'page'));
    const page = PageRecordType.create({ id: PageRecordType.createId(this.nextName()), name, index });
    this.store.put([page]);
    return page.id;
  }

  removesPage(id: TLPageId): void {
    this.inOneFrame(() => this.store.remove([...this.withDescendants(id), id]));
  }

  /** The record as this person sees it. */
  sees(id: TLShapeId): TLShape | undefined;
  sees(id: TLRecord['id']): TLRecord | undefined;
  sees(id: TLRecord['id']): TLRecord | undefined {
    return this.store.get(id);
  }

  /** The words on a shape as this person sees them. */
  reads(id: TLShapeId): string {
    return plainTextOf(richTextOf(this.must(id)));
  }

  /** Every record of the board that this person sees, by id. */
  records(): TLRecord[] {
    return Object.values(this.store.serialize('document')).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  shapes(): TLShape[] {
    return this.records().filter((record) => record.typeName === 'shape');
  }

  changes(id: TLShapeId, change: Partial<Omit<TLShape, 'props'>>): void {
    this.store.put([{ ...this.must(id), ...change }]);
  }

  changesProps(id: TLShapeId, props: Readonly<Record<string, unknown>>): void {
    const shape = this.must(id);
    this.store.put([{ ...shape, props: { ...shape.props, ...props } }]);
  }

  private changesText(id: TLShapeId, edit: (richText: TLRichText) => TLRichText): void {
    this.changesProps(id, { richText: edit(richTextOf(this.must(id))) });
  }

  private must(id: TLShapeId): TLShape {
    const shape = this.sees(id);
    if (shape === undefined) throw new Error(`${this.name} does not see ${id}`);
    return shape;
  }

  private childrenOf(parentId: TLParentId): TLShape[] {
    return this.shapes().filter((shape) => shape.parentId === parentId);
  }

  private withDescendants(id: TLParentId): TLShapeId[] {
    const inside = this.childrenOf(id).flatMap((child) => this.withDescendants(child.id));
    return id.startsWith('shape:') ? [...inside, id as TLShapeId] : inside;
  }

  private seed({ at = [0, 0], in: parentId = firstPageId as TLPageId }: Placing): ShapeSeed {
    const index = getIndexAbove(
      this.topIndex((record) => record.typeName === 'shape' && record.parentId === parentId),
    );
    return { id: createShapeId(this.nextName()), parentId, index, x: at[0], y: at[1], meta: {} };
  }

  private nextName(): string {
    this.made += 1;
    return `${this.name}-${this.made}`;
  }

  private topIndex(counts: (record: TLRecord) => boolean): IndexKey | null {
    const indices = this.records()
      .filter(counts)
      .map((record) => (record as { index: IndexKey }).index);
    return indices.toSorted().at(-1) ?? null;
  }
}

function richTextOf(shape: TLShape): TLRichText {
  const { richText } = shape.props as { richText?: TLRichText };
  if (richText === undefined) throw new Error(`${shape.type} shapes have no text`);
  return richText;
}
