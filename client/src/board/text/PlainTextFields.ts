import { mergeTexts, plainTextPropsOf } from '@common-ground/board';
import { react, unsafe__withoutCapture, type Editor, type TLShape, type TLShapeId } from '@tldraw/tldraw';
import { plainTextIn } from './plainTextIn.ts';
import { replaceInField, type TextField } from './replaceInField.ts';
import { handleHistoryInput, type History } from './historyKeys.ts';
import type { TypingSteps } from './TypingSteps.ts';

/** The plain label that is being written: an arrow's or a frame's. */
interface OpenField {
  readonly shapeId: TLShapeId;
  readonly prop: string;
  /** What the field says; what is typed was typed into this. */
  shown: string;
}

/**
 * Lets several people write in one plain label. tldraw's field knows nothing of others: it gives the whole of its text
 * at every key, and would take out what they wrote. So what it gives is merged with what is in the store, and what
 * others write is put into the field without moving the caret.
 */
export class PlainTextFields {
  private readonly history: History;
  private open: OpenField | null = null;
  private isComposing = false;

  constructor(history: History) {
    this.history = history;
  }

  /** Serves a canvas. Returns what ends that. */
  attach(canvas: Editor, steps: TypingSteps): () => void {
    const stopEvents = this.listen(canvas);
    const stopFollowing = react('plain text field', () => {
      const shapeId = canvas.getEditingShapeId();
      this.open = shapeId === null ? null : unsafe__withoutCapture(() => openedField(canvas, shapeId));
    });
    const stopBefore = canvas.sideEffects.registerBeforeChangeHandler('shape', (before, after, source) =>
      source === 'user' ? this.merged(canvas, before, after, steps) : after,
    );
    const stopAfter = canvas.sideEffects.registerAfterChangeHandler('shape', (_before, after) =>
      this.showInField(canvas, after),
    );
    return () => {
      stopEvents();
      stopFollowing();
      stopBefore();
      stopAfter();
    };
  }

  private listen(canvas: Editor): () => void {
    const stop = new AbortController();
    const options = { capture: true, signal: stop.signal };
    const container = canvas.getContainer();
    container.addEventListener('keydown', (event) => this.handleKey(canvas, event), options);
    container.addEventListener('beforeinput', (event) => this.handleInput(canvas, event), options);
    container.addEventListener('compositionstart', () => (this.isComposing = true), options);
    container.addEventListener('compositionend', () => this.handleComposed(canvas), options);
    return () => stop.abort();
  }

  /** The browser's own undo of a field would take back what others wrote. */
  private handleKey(canvas: Editor, event: KeyboardEvent): void {
    if (fieldOf(canvas) === null || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'z' && !event.shiftKey) this.history.undo();
    else this.history.redo();
  }

  private handleInput(canvas: Editor, event: InputEvent): void {
    if (fieldOf(canvas) !== null) handleHistoryInput(this.history, event);
  }

  private handleComposed(canvas: Editor): void {
    this.isComposing = false;
    const shape = canvas.getEditingShape();
    if (shape !== undefined) this.showInField(canvas, shape);
  }

  /** What the person typed, in what the text has become. */
  private merged(canvas: Editor, before: TLShape, after: TLShape, steps: TypingSteps): TLShape {
    const open = this.openFieldOf(canvas, before);
    if (open === null) return after;
    const known = plainTextIn(before, open.prop);
    const typed = plainTextIn(after, open.prop);
    if (known === typed) return after;
    steps.typing();
    const text = mergeTexts(open.shown, typed, known);
    open.shown = typed;
    return text === typed ? after : withText(after, open.prop, text);
  }

  private showInField(canvas: Editor, shape: TLShape): void {
    const open = this.openFieldOf(canvas, shape);
    const field = fieldOf(canvas);
    // An input method owns the field until it is done.
    if (open === null || field === null || this.isComposing) return;
    const text = plainTextIn(shape, open.prop);
    open.shown = text;
    if (field.value !== text) replaceInField(field, text);
  }

  private openFieldOf(canvas: Editor, shape: TLShape): OpenField | null {
    return canvas.getEditingShapeId() === shape.id && this.open?.shapeId === shape.id ? this.open : null;
  }
}

function openedField(canvas: Editor, shapeId: TLShapeId): OpenField | null {
  const shape = canvas.getShape(shapeId);
  const prop = shape === undefined ? undefined : plainTextPropsOf(shape.type)[0];
  return shape === undefined || prop === undefined
    ? null
    : { shapeId, prop, shown: plainTextIn(shape, prop) };
}

/** The field of tldraw's in which the label is written; the others cannot be written in. */
function fieldOf(canvas: Editor): TextField | null {
  if (canvas.getEditingShapeId() === null) return null;
  return canvas
    .getContainer()
    .querySelector<TextField>(
      'textarea.tl-text-input:not([readonly]), input.tl-frame-name-input:not([readonly])',
    );
}

function withText(shape: TLShape, prop: string, text: string): TLShape {
  return { ...shape, props: { ...shape.props, [prop]: text } };
}
