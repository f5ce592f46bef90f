import {
  openSharedText,
  sharedTextOf,
  type BoardBinding,
  type BoardDocument,
  type BoardUndo,
  type OpenTexts,
} from '@common-ground/board';
import type { Editor as TextEditor } from '@tiptap/core';
import type { EditorView } from '@tiptap/pm/view';
import { react, type Editor, type TLRichText, type TLShape, type TLShapeId } from '@tldraw/tldraw';
import { adoptCaret } from './adoptCaret.ts';
import { measureShape } from './measureShape.ts';
import { OpenText, type OpeningCaret } from './OpenText.ts';
import { TextBinding } from './TextBinding.ts';

/** What the text editors of one canvas work with. */
export interface TextEditorsOptions {
  readonly board: BoardDocument;
  readonly mayWrite: () => boolean;
}

/** Keeps the store and this person's undo in step with the text editors. */
export interface TextEditorsHost {
  readonly binding: BoardBinding;
  readonly undo: BoardUndo;
}

/** The text editors of one canvas: at most one is open. It is bound to the document; the store follows. */
export class TextEditors implements OpenTexts {
  private readonly options: TextEditorsOptions;
  private host: TextEditorsHost | null = null;
  private canvas: Editor | null = null;
  private open: OpenText | null = null;
  private opening: { readonly shapeId: TLShapeId; readonly caret: OpeningCaret } | null = null;
  private readonly handleTransactions = () => this.adoptCaret();
  /** Shapes whose text this browser has had open: it measures them when others write on. */
  private readonly writtenIn = new Set<string>();

  constructor(options: TextEditorsOptions) {
    this.options = options;
  }

  /** The editor that is open now. */
  get current(): OpenText | null {
    return this.open;
  }

  get mayWrite(): boolean {
    return this.options.mayWrite();
  }

  /** Serves a canvas. Returns what ends that. */
  attach(canvas: Editor, host: TextEditorsHost): () => void {
    this.canvas = canvas;
    this.host = host;
    const wantAll = ({ shapeId }: { shapeId: TLShapeId }) => {
      this.opening = { shapeId, caret: 'all' };
    };
    const wantPlace = ({ shapeId, point }: { shapeId: TLShapeId; point: { x: number; y: number } }) => {
      this.opening = { shapeId, caret: { x: point.x, y: point.y } };
    };
    const { shapes } = this.options.board;
    const handleShapes = () => this.followText();
    canvas.on('select-all-text', wantAll);
    canvas.on('place-caret', wantPlace);
    shapes.observeDeep(handleShapes);
    const stopWatching = closeWhenReadOnly(canvas);
    return () => {
      canvas.off('select-all-text', wantAll);
      canvas.off('place-caret', wantPlace);
      shapes.unobserveDeep(handleShapes);
      stopWatching();
      this.canvas = null;
    };
  }

  /** A text editor is being made for the shape that tldraw edits; null when there is nothing to bind it to. */
  opened(textEditor: TextEditor): OpenText | null {
    const { canvas, host, opening } = this;
    const shape = canvas?.getEditingShape();
    const richText = shape === undefined ? undefined : richTextOf(shape);
    this.opening = null;
    if (shape === undefined || richText === undefined || host === null || !this.mayWrite) return null;
    // What tldraw knows is in the document before the editor shows the document.
    host.binding.writePending();
    const text = openSharedText(this.options.board, shape.id, richText);
    if (text === null) return null;
    host.undo.mark();
    this.writtenIn.add(shape.id);
    const caret = opening?.shapeId === shape.id ? opening.caret : 'end';
    const binding = new TextBinding(text);
    this.open = new OpenText(shape.id, textEditor, binding, caret);
    // Before what comes in sets the selection anew.
    this.options.board.doc.on('beforeAllTransactions', this.handleTransactions);
    return this.open;
  }

  /** A text editor is going; what it showed last is in the document already. */
  closed(textEditor: TextEditor): void {
    const { open, host } = this;
    if (open?.textEditor !== textEditor || host === null) return;
    // While it counts as open: afterwards the store's text would be written over what has come in.
    host.binding.writePending();
    this.open = null;
    this.options.board.doc.off('beforeAllTransactions', this.handleTransactions);
    host.undo.mark();
    host.binding.doubt(open.shapeId);
  }

  /** Words of others came into the open editor: tldraw is told with the next frame. */
  arrived(): void {
    if (this.open === null || this.host === null) return;
    this.open.hasArrived = true;
    this.host.binding.doubt(this.open.shapeId);
  }

  /** Takes over where a key has just put the caret, before something sets the selection anew. */
  adoptCaret(): void {
    const { open } = this;
    // There is no view while the editor is being made.
    const view: EditorView | undefined = open?.textEditor.view;
    if (open !== null && view !== undefined && !open.isUpdating) adoptCaret(view);
  }

  isMounted(shapeId: string): boolean {
    return this.open?.shapeId === shapeId;
  }

  hasArrived(): boolean {
    return this.open?.hasArrived ?? false;
  }

  showArrived(): void {
    if (this.open?.hasArrived === true) this.open.showArrived();
  }

  measured(shape: TLShape): TLShape | null {
    if (this.canvas === null || !this.writtenIn.has(shape.id)) return null;
    return measureShape(this.canvas, shape);
  }

  /** A shape that was deleted and came back has a new text: the editor goes on in that one. */
  private followText(): void {
    const { open } = this;
    if (open === null) return;
    const text = sharedTextOf(this.options.board, open.shapeId);
    if (text === null || text === open.binding.text) return;
    open.binding.rebind(text);
    this.arrived();
  }
}

/** Nobody goes on writing on a board that has become read-only. */
function closeWhenReadOnly(canvas: Editor): () => void {
  return react('close text when read-only', () => {
    if (canvas.getIsReadonly() && canvas.getEditingShapeId() !== null) canvas.complete();
  });
}

function richTextOf(shape: TLShape): TLRichText | undefined {
  return (shape.props as { richText?: TLRichText }).richText;
}
