import { TextCopy, type CaughtUp, type CopyStep } from '@common-ground/board';
import type { Node } from '@tiptap/pm/model';
import { AllSelection, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import * as Y from 'yjs';
import { replaceContent } from './replaceContent.ts';

/** What of an editor's edits is not in the document yet. */
export const unwrittenKey = new PluginKey<readonly Transaction[]>('unwritten');

const arrivalKey = 'arrival from the document';
/** ProseMirror reads what an input method has composed at most 20 ms after it says that it is done. */
const composedMs = 40;

/** What a binding needs of an editor's view. */
export type TextView = Pick<EditorView, 'state' | 'dispatch' | 'isDestroyed' | 'composing'>;

/** Whether a transaction of an editor shows what came in, rather than what this person does. */
export function isArrival(tr: Transaction): boolean {
  return tr.getMeta(arrivalKey) === true;
}

/**
 * Keeps an open editor and a text in the document the same. What is typed is in the document at once. What others write is
 * in the editor at once, but for the time in which an input method composes, which would lose its place.
 */
export class TextBinding {
  private copy: TextCopy;
  private view: TextView | null = null;
  private readonly written = new WeakSet<Transaction>();
  private readonly handleText = (event: Y.YTextEvent) => {
    if (this.copy.follow(event)) this.catchUp(event.transaction.origin instanceof Y.UndoManager);
  };

  constructor(text: Y.Text) {
    this.copy = new TextCopy(text);
  }

  /** The text it is bound to; another one when the shape came back after it was deleted. */
  get text(): Y.Text {
    return this.copy.text;
  }

  /** Begins, by showing the text. Returns what ends it. */
  attach(view: TextView): () => void {
    this.view = view;
    this.text.observe(this.handleText);
    this.catchUp();
    return () => {
      this.text.unobserve(this.handleText);
      this.view = null;
    };
  }

  /** Goes on with another text and shows that; what was written into the old one is not carried over. */
  rebind(text: Y.Text): void {
    this.text.unobserve(this.handleText);
    this.copy = new TextCopy(text);
    text.observe(this.handleText);
    this.catchUp();
  }

  /** The transactions of an editor that are still to be written, with one more. */
  withUnwritten(unwritten: readonly Transaction[], tr: Transaction): readonly Transaction[] {
    if (!tr.docChanged || isArrival(tr)) return unwritten;
    return [...unwritten.filter((one) => !this.written.has(one)), tr];
  }

  /** Writes what was edited since the last time. */
  write(state: EditorState): void {
    const transactions = (unwrittenKey.getState(state) ?? []).filter((tr) => !this.written.has(tr));
    for (const tr of transactions) this.written.add(tr);
    this.copy.write(transactions.flatMap(stepsOf));
    if (transactions.length > 0) this.catchUpIfBehind();
  }

  /** An input method is done. */
  handleComposed(): void {
    setTimeout(() => this.catchUpIfBehind(), composedMs);
  }

  /** Shows what came in and could not be shown then. */
  catchUpIfBehind(): void {
    if (this.copy.isBehind) this.catchUp();
  }

  /** A place in the editor as others can find it, right behind what is before it. */
  relativePositionOf(position: number): Y.RelativePosition {
    return Y.createRelativePositionFromTypeIndex(this.text, this.copy.indexOf(position), -1);
  }

  /** Where in the editor somebody's place is; null when it is not there, or not there yet. */
  positionOf(place: Y.RelativePosition): number | null {
    const { doc } = this.text;
    if (doc === null || this.copy.isBehind) return null;
    const found = Y.createAbsolutePositionFromRelativePosition(place, doc);
    return found === null || found.type !== this.text ? null : this.copy.positionOf(found.index);
  }

  private catchUp(isOwnUndo = false): void {
    const { view } = this;
    if (view === null || view.isDestroyed || view.composing) return;
    const { tr, selection, storedMarks } = view.state;
    const caughtUp = this.copy.catchUp(view.state.doc);
    replaceContent(tr, caughtUp.doc);
    if (!tr.docChanged) return;
    tr.setSelection(
      isOwnUndo ? TextSelection.create(tr.doc, caughtUp.changeEnd) : moved(selection, tr.doc, caughtUp),
    );
    tr.setStoredMarks(storedMarks);
    tr.setMeta(arrivalKey, true);
    // tldraw would take it for this person's edit: it is told with the next frame, while the binding merges.
    tr.setMeta('preventUpdate', true);
    // Whoever typed the address makes the link.
    tr.setMeta('preventAutolink', true);
    view.dispatch(tr);
  }
}

function stepsOf(tr: Transaction): CopyStep[] {
  return tr.steps.map((step, index) => {
    const changed: CopyStep['changed'][number][] = [];
    step.getMap().forEach((from, to, newFrom, newTo) => changed.push({ from, to, newFrom, newTo }));
    return { before: tr.docs[index] ?? tr.before, after: tr.docs[index + 1] ?? tr.doc, changed };
  });
}

/** A caret stays behind what it is behind, and a selection does not grow by what others put at its ends. */
function moved(
  selection: EditorState['selection'],
  doc: Node,
  { positionOf }: CaughtUp,
): EditorState['selection'] {
  if (selection instanceof AllSelection) return new AllSelection(doc);
  const { anchor, head, empty } = selection;
  const isForward = anchor <= head;
  return TextSelection.create(
    doc,
    positionOf(anchor, empty || !isForward ? 'behind' : 'ahead'),
    positionOf(head, empty || isForward ? 'behind' : 'ahead'),
  );
}
