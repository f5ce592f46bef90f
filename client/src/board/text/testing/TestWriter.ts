import { BoardUndo, openBoard, openSharedText, readRichText, richTextSchema } from '@common-ground/board';
import { Node } from '@tiptap/pm/model';
import {
  EditorState,
  Plugin,
  Selection,
  TextSelection,
  type Command,
  type Transaction,
} from '@tiptap/pm/state';
import { toRichText, type TLRichText } from '@tldraw/tldraw';
import * as Y from 'yjs';
import { TextBinding, unwrittenKey, type TextView } from '../TextBinding.ts';

/** Somebody who has a text open, without a browser: an editor's state, bound to a document of their own. */
export class TestWriter implements TextView {
  readonly doc: Y.Doc;
  readonly undo: BoardUndo;
  readonly isDestroyed = false;
  /** Whether an input method composes. */
  composing = false;
  state: EditorState;
  private readonly binding: TextBinding;

  /** @param clientId decides who comes first where two write at one place */
  constructor(clientId: number, text: string | TLRichText | Uint8Array) {
    this.doc = new Y.Doc();
    this.doc.clientID = clientId;
    const board = openBoard(this.doc);
    if (text instanceof Uint8Array) Y.applyUpdate(this.doc, text);
    else board.shapes.set('shape:1', new Y.Map());
    const richText = typeof text === 'string' ? toRichText(text) : toRichText('');
    const given = typeof text === 'string' || text instanceof Uint8Array ? richText : text;
    this.binding = new TextBinding(openSharedText(board, 'shape:1', given) as Y.Text);
    this.undo = new BoardUndo(board);
    this.state = EditorState.create({
      doc: Node.fromJSON(richTextSchema, toRichText('')),
      plugins: [
        new Plugin({
          key: unwrittenKey,
          state: {
            init: () => [],
            apply: (tr, unwritten: readonly Transaction[]) => this.binding.withUnwritten(unwritten, tr),
          },
        }),
      ],
    });
    this.binding.attach(this);
  }

  /** Somebody else with the same text. */
  joined(clientId: number): TestWriter {
    return new TestWriter(clientId, Y.encodeStateAsUpdate(this.doc));
  }

  readonly dispatch = (tr: Transaction): void => {
    this.state = this.state.apply(tr);
    this.binding.write(this.state);
  };

  types(words: string): this {
    this.dispatch(this.state.tr.insertText(words));
    return this;
  }

  does(command: Command): this {
    command(this.state, this.dispatch);
    return this;
  }

  /** Puts the caret, or a selection, so many characters and line breaks behind the beginning. */
  goesTo(anchor: number, head = anchor): this {
    const { tr, doc } = this.state;
    const [from, to] = [anchor, head].map((index) => positionOf(doc, index));
    this.dispatch(tr.setSelection(TextSelection.create(doc, from ?? 0, to)));
    return this;
  }

  /** What the editor says, with a bar where the caret is. */
  get shows(): string {
    const { doc, selection } = this.state;
    const before = doc.textBetween(0, selection.head, '\n', '\n');
    const behind = doc.textBetween(selection.head, doc.content.size, '\n', '\n');
    return `${before}|${behind}`;
  }

  /** What the editor says, with all of its form. */
  get richText(): unknown {
    return this.state.doc.toJSON();
  }

  /** What the document says. */
  get shared(): TLRichText {
    return readRichText(this.binding.text);
  }

  /** Where in the editor somebody else's caret is. */
  caretOf(other: TestWriter): number | null {
    return this.binding.positionOf(other.binding.relativePositionOf(other.state.selection.head));
  }

  /** An input method is done, and the browser has told. */
  endsComposing(): this {
    this.composing = false;
    this.binding.catchUpIfBehind();
    return this;
  }
}

/** Everybody hears of everything. */
export function deliver(...writers: readonly TestWriter[]): void {
  const updates = writers.map(({ doc }) => Y.encodeStateAsUpdate(doc));
  for (const { doc } of writers) for (const update of updates) Y.applyUpdate(doc, update);
}

function positionOf(doc: Node, index: number): number {
  let left = index;
  let found: number | null = null;
  doc.descendants((node, position) => {
    if (found !== null || !node.isTextblock) return found === null;
    if (left <= node.content.size) found = position + 1 + left;
    left -= node.content.size + 1;
    return false;
  });
  return found ?? Selection.atEnd(doc).head;
}
