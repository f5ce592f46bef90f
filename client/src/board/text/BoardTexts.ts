import type { BoardBinding, BoardDocument, BoardUndo, OpenTexts } from '@common-ground/board';
import type { Editor, TLTextOptions } from '@tldraw/tldraw';
import type { Awareness } from 'y-protocols/awareness';
import type { History } from './historyKeys.ts';
import { openOnEnter } from './openOnEnter.ts';
import { PlainTextFields } from './PlainTextFields.ts';
import { TakenAwayTexts } from './TakenAwayTexts.ts';
import { TextCarets, type CaretOwner } from './TextCarets.ts';
import { TextEditors } from './TextEditors.ts';
import { textExtensions } from './textExtensions.ts';
import { TypingSteps } from './TypingSteps.ts';

/** What writing on a board needs. */
export interface BoardTextsOptions {
  readonly board: BoardDocument;
  readonly awareness: Awareness;
  readonly mayWrite: () => boolean;
  /** Who an awareness state belongs to; null for somebody unknown. */
  readonly ownerOf: (state: unknown) => CaretOwner | null;
  /** ms, of a clock that only goes forward. */
  readonly now: () => number;
}

/** Writing together: rich text and plain labels, carets, undo by pauses, and what was deleted under somebody's hands. */
export class BoardTexts {
  /** For tldraw; one object for as long as the canvas lives. */
  readonly textOptions: TLTextOptions;
  readonly takenAway: TakenAwayTexts;
  private readonly options: BoardTextsOptions;
  private readonly editors: TextEditors;
  private readonly fields: PlainTextFields;
  private canvas: Editor | null = null;

  constructor(options: BoardTextsOptions) {
    const { board, awareness, mayWrite, ownerOf } = options;
    const history: History = { undo: () => this.canvas?.undo(), redo: () => this.canvas?.redo() };
    this.options = options;
    this.editors = new TextEditors({ board, mayWrite });
    this.takenAway = new TakenAwayTexts(board, this.editors);
    this.fields = new PlainTextFields(history);
    const extensions = textExtensions(this.editors, new TextCarets(awareness, ownerOf), history);
    this.textOptions = { tipTapConfig: { extensions } };
  }

  /** For the board's binding. */
  get openTexts(): OpenTexts {
    return this.editors;
  }

  /** Serves a canvas. Returns what ends that. */
  attach(canvas: Editor, binding: BoardBinding, undo: BoardUndo): () => void {
    this.canvas = canvas;
    const steps = new TypingSteps(undo, this.options.now);
    const stops = [
      this.editors.attach(canvas, { binding, undo }),
      this.takenAway.attach(canvas),
      openOnEnter(canvas),
      this.fields.attach(canvas, steps),
      steps.follow(this.options.board.doc),
    ];
    return () => {
      for (const stop of stops) stop();
      this.canvas = null;
    };
  }
}
