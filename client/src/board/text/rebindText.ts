import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from 'y-prosemirror';
import type * as Y from 'yjs';

/** What we use of y-prosemirror's binding (1.3.7) that it does not publish; a test fails should it change. */
interface TextBinding {
  type: Y.XmlFragment;
  destroy(): void;
  initView(view: EditorView): void;
  _forceRerender(): void;
}

/** Binds an open editor to another text and shows that; what was written into the old one is not carried over. */
export function rebindText(view: EditorView, fragment: Y.XmlFragment): void {
  const state = ySyncPluginKey.getState(view.state) as { binding: TextBinding } | undefined;
  if (state === undefined) return;
  const { binding } = state;
  binding.destroy();
  binding.type = fragment;
  binding.initView(view);
  binding._forceRerender();
  view.dispatch(view.state.tr.setMeta(ySyncPluginKey, { type: fragment, isChangeOrigin: true }));
}
