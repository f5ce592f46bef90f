import type { BoardDocument } from '@common-ground/board';
import { atom, createShapeId, type Atom, type Editor, type TLShape } from '@tldraw/tldraw';
import type * as Y from 'yjs';
import { keptPlainText, keptRichText, type KeptWords } from './KeptWords.ts';
import { swallowTyping } from './swallowTyping.ts';
import type { TextEditors } from './TextEditors.ts';

/** A shape that somebody else deleted while this person was writing in it. */
export interface TakenAwayText {
  readonly id: number;
  /** As it was, at its place on the page. */
  readonly shape: TLShape;
  readonly words: KeptWords;
}

/** Keeps what this person wrote in shapes that others deleted meanwhile, until they put it back or let it go. */
export class TakenAwayTexts {
  readonly list: Atom<readonly TakenAwayText[]> = atom('taken away texts', []);
  private readonly board: BoardDocument;
  private readonly editors: TextEditors;
  private canvas: Editor | null = null;
  private count = 0;

  constructor(board: BoardDocument, editors: TextEditors) {
    this.board = board;
    this.editors = editors;
  }

  /** Watches over a canvas. Returns what ends that. */
  attach(canvas: Editor): () => void {
    this.canvas = canvas;
    const { shapes } = this.board;
    const handleShapes = (event: Y.YMapEvent<Y.Map<unknown>>, transaction: Y.Transaction) => {
      const shape = canvas.getEditingShape();
      if (transaction.local || shape === undefined || event.keys.get(shape.id)?.action !== 'delete') return;
      this.keep(canvas, shape);
    };
    shapes.observe(handleShapes);
    return () => {
      shapes.unobserve(handleShapes);
      this.canvas = null;
    };
  }

  /** Puts one back where it was, as a new shape. */
  bringBack(id: number): void {
    const taken = this.list.get().find((one) => one.id === id);
    const { canvas } = this;
    if (taken === undefined || canvas === null) return;
    const { type, x, y, rotation, opacity } = taken.shape;
    const shapeId = createShapeId();
    canvas.markHistoryStoppingPoint('bring text back');
    canvas.createShape({ id: shapeId, type, x, y, rotation, opacity, props: taken.words.props() });
    canvas.select(shapeId);
    this.letGo(id);
  }

  /** Forgets one. */
  letGo(id: number): void {
    this.list.update((list) => list.filter((one) => one.id !== id));
  }

  private keep(canvas: Editor, shape: TLShape): void {
    const open = this.editors.current;
    const words = open?.shapeId === shape.id ? keptRichText(shape, open.state) : keptPlainText(shape);
    if (words === null) return;
    this.count += 1;
    const taken: TakenAwayText = { id: this.count, shape: onPage(canvas, shape), words };
    this.list.update((list) => [...list, taken]);
    swallowTyping(window, words);
  }
}

function onPage(canvas: Editor, shape: TLShape): TLShape {
  const transform = canvas.getShapePageTransform(shape);
  const { x, y } = transform.point();
  return { ...shape, x, y, rotation: transform.rotation() };
}
