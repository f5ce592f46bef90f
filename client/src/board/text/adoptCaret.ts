import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Takes over a caret that a key or the mouse has just put somewhere, before the browser tells of it. Until then
 * ProseMirror believes what was selected before, and would replace all of it with the next letter: Enter on a note,
 * Ctrl+End and fast typing would lose the note's text.
 */
export function adoptCaret(view: EditorView): void {
  const { doc, selection, tr } = view.state;
  if (selection.empty || view.composing) return;
  const shown = view.dom.ownerDocument.getSelection();
  const node = shown?.anchorNode ?? null;
  if (shown === null || node === null || !shown.isCollapsed || !view.dom.contains(node)) return;
  const place = doc.resolve(view.posAtDOM(node, shown.anchorOffset));
  view.dispatch(tr.setSelection(TextSelection.near(place)));
}
