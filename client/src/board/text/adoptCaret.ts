import { AllSelection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Takes over a caret or selection that a key or the mouse has just put somewhere, before the browser tells of it. Until
 * then ProseMirror believes in the selection of before: the next letter would replace that (Enter on a note, Ctrl+End
 * and fast typing lost the note's text), Ctrl+B would make nothing bold, and words of others that come in would put it
 * back.
 */
export function adoptCaret(view: EditorView): void {
  if (view.isDestroyed || view.composing || !view.hasFocus()) return;
  const { selection, tr } = view.state;
  const shown = shownSelection(view);
  // Everything that is selected as a whole looks, in the browser, like a range from the first to the last letter.
  if (shown === null || (selection instanceof AllSelection && !shown.empty)) return;
  if (!shown.eq(selection)) view.dispatch(tr.setSelection(shown));
}

/** What the browser shows as selected in the editor; null when that lies elsewhere. */
function shownSelection(view: EditorView): TextSelection | null {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = view.dom.ownerDocument.getSelection() ?? {};
  if (anchorNode == null || focusNode == null || anchorOffset === undefined || focusOffset === undefined)
    return null;
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return null;
  const { doc } = view.state;
  const anchor = doc.resolve(view.posAtDOM(anchorNode, anchorOffset));
  const head = doc.resolve(view.posAtDOM(focusNode, focusOffset));
  const selection = TextSelection.between(anchor, head);
  return selection instanceof TextSelection ? selection : null;
}
