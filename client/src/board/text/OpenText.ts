import type { Editor as TextEditor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import type { TLShapeId } from '@tldraw/tldraw';
import type { TextBinding } from './TextBinding.ts';

/** Where the caret goes when a text editor opens. */
export type OpeningCaret = 'end' | 'all' | { readonly x: number; readonly y: number };

/** One open text editor, bound to a text in the document. */
export class OpenText {
  readonly shapeId: TLShapeId;
  readonly textEditor: TextEditor;
  readonly opening: OpeningCaret;
  readonly binding: TextBinding;
  /** Words came into it that tldraw has not been told of. */
  hasArrived = false;
  /** Somebody has pressed a key in it: a caret that is elsewhere now was put there by them, not by the browser. */
  hasKeys = false;
  /** Its view is being brought up to a new state: what the browser shows as selected is of before. */
  isUpdating = false;
  /** tldraw is told that the editor is there, and now wants to place the caret once more. */
  isBeingGreeted = false;

  constructor(shapeId: TLShapeId, textEditor: TextEditor, binding: TextBinding, opening: OpeningCaret) {
    this.shapeId = shapeId;
    this.textEditor = textEditor;
    this.binding = binding;
    this.opening = opening;
  }

  get state(): EditorState {
    return this.textEditor.state;
  }

  /** Lets tldraw's own listener take the text over into the store, as after a keystroke. */
  showArrived(): void {
    this.hasArrived = false;
    this.textEditor.emit('update', { editor: this.textEditor, transaction: this.state.tr });
  }
}
