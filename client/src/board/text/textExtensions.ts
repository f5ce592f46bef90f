import { Extension, type Extensions } from '@tiptap/core';
import { tipTapDefaultExtensions } from '@tldraw/tldraw';
import type { TextCarets } from './TextCarets.ts';
import { historyKeys, type History } from './historyKeys.ts';
import type { OpenText } from './OpenText.ts';
import { replaceContent } from './replaceContent.ts';
import { Node } from '@tiptap/pm/model';
import { syncPlugins } from './syncPlugins.ts';
import type { TextEditors } from './TextEditors.ts';

/**
 * tldraw's text editor, bound to the document. Its own history is off: undo is the board's. tldraw uses the same list
 * to draw labels, where only the schema counts.
 */
export function textExtensions(editors: TextEditors, carets: TextCarets, history: History): Extensions {
  return [...tipTapDefaultExtensions.map(withoutHistory), boardText(editors, carets, history)];
}

function withoutHistory(extension: Extensions[number]): Extensions[number] {
  return extension.name === 'starterKit'
    ? extension.configure({ ...(extension.options as object), history: false })
    : extension;
}

function boardText(editors: TextEditors, carets: TextCarets, history: History): Extension {
  let open: OpenText | null = null;
  return Extension.create({
    name: 'boardText',
    // After TipTap's own, whose commands it replaces.
    priority: 1,
    addProseMirrorPlugins() {
      open = editors.opened(this.editor);
      return open === null ? [] : syncPlugins(open, editors, carets, history);
    },
    addKeyboardShortcuts: () => historyKeys(history),
    addCommands() {
      return {
        // The caret was placed when the editor opened. tldraw wants to place it again 100 ms later, when somebody has
        // long been typing, and would put it at the end, or before what they typed.
        focus:
          (position) =>
          ({ editor, view, dispatch }) => {
            // An editor that has the focus may not have read yet where a key has just put its caret.
            const isWanted = position !== false && dispatch !== undefined;
            if (isWanted && !editor.isDestroyed && !view.hasFocus()) view.focus();
            return true;
          },
        // tldraw asks for this when the store holds another text than the editor gave it: never while both go by the
        // document, but should it ever, nobody's words are replaced that did not change.
        setContent:
          (content) =>
          ({ tr, dispatch }) => {
            if (dispatch !== undefined) replaceContent(tr, Node.fromJSON(tr.doc.type.schema, content));
            return true;
          },
      };
    },
    onCreate() {
      if (open !== null) open.isBeingGreeted = true;
    },
    onDestroy() {
      editors.closed(this.editor);
    },
  });
}
