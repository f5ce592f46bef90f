import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Takes over a caret that a key or the mouse has just put somewhere, before the browser tells of it. Until then
 * ProseMirror believes in the selection of before: the next letter would replace it (Enter on a note, Ctrl+End and
 * fast typing lost the note's text), and words of others that come in would put it back.
 */
export function adoptCaret(view: EditorView): void {
  if (view.isDestroyed || view.composing || !view.hasFocus()) return;
  const { doc, selection, tr } = view.state;
  const shown = view.dom.ownerDocument.getSelection();
  const node = shown?.anchorNode ?? null;
  if (shown === null || node === null || !shown.isCollapsed || !view.dom.contains(node)) return;
  const caret = TextSelection.near(doc.resolve(view.posAtDOM(node, shown.anchorOffset)));
  if (!caret.eq(selection)) view.dispatch(tr.setSelection(caret));
}
