import { plainTextPropsOf } from '@common-ground/board';
import { AllSelection, Selection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { TLShape } from '@tldraw/tldraw';
import { plainTextIn } from './plainTextIn.ts';

/** What somebody was writing when the shape was deleted, and what they go on typing before they notice. */
export interface KeptWords {
  type(words: string): void;
  /** One character back. */
  erase(): void;
  breakLine(): void;
  /** The props of the shape with these words. */
  props(): TLShape['props'];
}

/** The words of a text editor, from its state at the time. */
export function keptRichText(shape: TLShape, state: EditorState): KeptWords {
  let current = state;
  const apply = (change: (tr: Transaction) => Transaction) => {
    current = current.apply(change(current.tr));
  };
  return {
    type: (words) => apply((tr) => tr.insertText(words)),
    erase: () => apply(eraseBackwards),
    breakLine: () => apply((tr) => tr.deleteSelection().split(tr.selection.from)),
    props: () => ({ ...shape.props, richText: current.doc.toJSON() }),
  };
}

/** The words of a plain label; what is typed on is put at its end. Null for a shape without one. */
export function keptPlainText(shape: TLShape): KeptWords | null {
  const [name] = plainTextPropsOf(shape.type);
  if (name === undefined) return null;
  let text = plainTextIn(shape, name);
  return {
    type: (words) => (text += words),
    erase: () => (text = Array.from(text).slice(0, -1).join('')),
    breakLine: () => undefined,
    props: () => ({ ...shape.props, [name]: text }),
  };
}

function eraseBackwards(tr: Transaction): Transaction {
  const { selection } = tr;
  if (!selection.empty || selection instanceof AllSelection) return tr.deleteSelection();
  const before = Selection.findFrom(tr.doc.resolve(Math.max(0, selection.from - 1)), -1, true);
  return before === null ? tr : tr.delete(Math.min(before.head, selection.from), selection.from);
}
