import { AllSelection, Plugin, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { adoptCaret } from './adoptCaret.ts';
import { caretsPlugin } from './caretsPlugin.ts';
import { handleHistoryInput, type History } from './historyKeys.ts';
import type { OpenText } from './OpenText.ts';
import { isArrival, unwrittenKey, type TextBinding } from './TextBinding.ts';
import type { TextCarets } from './TextCarets.ts';
import type { TextEditors } from './TextEditors.ts';

/** Binds an editor to its text in the document and shows where others write in it. */
export function syncPlugins(
  open: OpenText,
  editors: TextEditors,
  carets: TextCarets,
  history: History,
): Plugin[] {
  return [
    bindingPlugin(open.binding),
    caretsPlugin(open.shapeId, open.binding, carets, () => editors.adoptCaret()),
    typingPlugin(open, editors, history),
  ];
}

/** Writes what is edited into the document, and shows what comes in. */
function bindingPlugin(binding: TextBinding): Plugin {
  return new Plugin({
    key: unwrittenKey,
    state: {
      init: () => [],
      apply: (tr, unwritten: readonly Transaction[]) => binding.withUnwritten(unwritten, tr),
    },
    props: {
      handleDOMEvents: {
        compositionend: () => binding.handleComposed(),
      },
    },
    view: (view) => {
      const detach = binding.attach(view);
      return { update: ({ state }) => binding.write(state), destroy: detach };
    },
  });
}

/** Takes over where keys put the caret, and sets it as the editor opens. */
function typingPlugin(open: OpenText, editors: TextEditors, history: History): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (view) => {
          open.hasKeys = true;
          adoptCaret(view);
        },
        paste: (view) => adoptCaret(view),
        beforeinput: (view, event) => {
          adoptCaret(view);
          return handleHistoryInput(history, event);
        },
      },
    },
    filterTransaction: (tr) => {
      open.isUpdating = isWelcome(tr, open, editors);
      return open.isUpdating;
    },
    view: (view) => {
      placeCaret(view, open);
      const stopWatching = watchCaret(view, open);
      // The last of the plugins: the others have written what changed by now.
      return { update: () => (open.isUpdating = false), destroy: stopWatching };
    },
  });
}

function isWelcome(tr: Transaction, open: OpenText, editors: TextEditors): boolean {
  if (isArrival(tr)) {
    if (tr.docChanged) editors.arrived();
    return true;
  }
  return !isLateGreeting(open, tr) && (!tr.docChanged || editors.mayWrite);
}

/** tldraw sets the selection once it hears that the editor is there; by then it stands, and somebody may be typing. */
function isLateGreeting(open: OpenText, tr: Transaction): boolean {
  return open.isBeingGreeted && !open.textEditor.isInitialized && tr.selectionSet && !tr.docChanged;
}

/**
 * For 200 ms after it got the focus ProseMirror takes a caret at the start for the browser's doing and puts it back: a key
 * that sends it there would be in vain. Returns what ends watching.
 */
function watchCaret(view: EditorView, open: OpenText): () => void {
  const { ownerDocument } = view.dom;
  const handleSelection = () => {
    if (open.hasKeys) adoptCaret(view);
  };
  // Captured, to come before ProseMirror's own.
  ownerDocument.addEventListener('selectionchange', handleSelection, true);
  return () => ownerDocument.removeEventListener('selectionchange', handleSelection, true);
}

/** At once, not after a timer as tldraw does: keys pressed meanwhile would go to the canvas, or before the text. */
function placeCaret(view: EditorView, { opening }: OpenText): void {
  const { doc, tr } = view.state;
  view.dispatch(tr.setSelection(openingSelection(view, opening) ?? Selection.atEnd(doc)));
  view.focus();
}

function openingSelection(view: EditorView, opening: OpenText['opening']): Selection | null {
  const { doc } = view.state;
  if (opening === 'end') return null;
  if (opening === 'all') return new AllSelection(doc);
  const place = view.posAtCoords({ left: opening.x, top: opening.y });
  return place === null ? new AllSelection(doc) : TextSelection.near(doc.resolve(place.pos));
}
