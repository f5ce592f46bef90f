import type { CaretEnd } from '@common-ground/protocol';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { Node } from '@tiptap/pm/model';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import * as Y from 'yjs';
import { caretElement, selectionAttributes } from './caretElement.ts';
import { isArrival, type TextBinding } from './TextBinding.ts';
import type { OthersCaret, TextCarets } from './TextCarets.ts';

const caretsKey = new PluginKey<DecorationSet>('carets');

/**
 * Shows where others write in a text, and tells them where this person does.
 *
 * @param beforeShown called before carets that have moved are drawn, which sets this person's own selection anew
 */
export function caretsPlugin(
  shapeId: string,
  binding: TextBinding,
  carets: TextCarets,
  beforeShown: () => void,
): Plugin {
  const drawn = (doc: Node) =>
    DecorationSet.create(
      doc,
      carets.othersIn(shapeId).flatMap((other) => decorationsOf(binding, other)),
    );
  return new Plugin<DecorationSet>({
    key: caretsKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, known) => {
        const haveMoved = isArrival(tr) || tr.getMeta(caretsKey) === true;
        // What this person types pushes a caret at that place on, though it stays behind: between two letters that are
        // being typed, or composed, nothing is put.
        return haveMoved ? drawn(tr.doc) : known.map(tr.mapping, tr.doc);
      },
    },
    props: { decorations: (state) => caretsKey.getState(state) },
    view: (view) => {
      const draw = () => {
        // Something drawn into it would end what an input method composes.
        if (view.isDestroyed || view.composing) return;
        beforeShown();
        view.dispatch(view.state.tr.setMeta(caretsKey, true));
      };
      const tell = () => carets.show(shapeId, view.hasFocus() ? ownEnds(view, binding) : null);
      const stopFollowing = carets.onMoved(shapeId, draw);
      const focus = new AbortController();
      for (const type of ['focusin', 'focusout'])
        view.dom.addEventListener(type, tell, { signal: focus.signal });
      draw();
      return {
        update: tell,
        destroy: () => {
          focus.abort();
          stopFollowing();
          carets.show(shapeId, null);
        },
      };
    },
  });
}

function ownEnds(view: EditorView, binding: TextBinding): { anchor: CaretEnd; head: CaretEnd } {
  const { anchor, head } = view.state.selection;
  return { anchor: endAt(binding, anchor), head: endAt(binding, head) };
}

function endAt(binding: TextBinding, position: number): CaretEnd {
  const { type, item, assoc } = binding.relativePositionOf(position);
  return { type: item === null ? type : null, item, assoc };
}

function decorationsOf(binding: TextBinding, { clientId, caret, owner }: OthersCaret): Decoration[] {
  const [anchor = null, head = null] = [caret.anchor, caret.head].map((end) =>
    binding.positionOf(Y.createRelativePositionFromJSON(end)),
  );
  if (anchor === null || head === null) return [];
  const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)];
  return [
    Decoration.widget(head, () => caretElement(owner), { key: String(clientId), side: 10 }),
    Decoration.inline(from, to, selectionAttributes(owner), { inclusiveEnd: true, inclusiveStart: false }),
  ];
}
