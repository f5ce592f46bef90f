import * as Y from 'yjs';
import { boardOrigins, type BoardDocument } from '../document/BoardDocument.ts';

/** How a person's own edits are taken back and made again. */
export interface BoardUndoOptions {
  /** Told when what can be undone or redone may have changed. */
  readonly onChange?: () => void;
}

/**
 * One person's undo and redo over shapes, positions, records and text. It never takes back or brings back what
 * somebody else did. Edits between two `mark`s are one step.
 */
export class BoardUndo {
  private readonly manager: Y.UndoManager;
  private readonly onChange: () => void;
  /** While a step is taken back, the stacks are not what they will be. */
  private isAtWork = false;

  constructor(board: BoardDocument, { onChange = () => undefined }: BoardUndoOptions = {}) {
    this.onChange = onChange;
    this.manager = new Y.UndoManager([board.shapes, board.records, board.positions.list], {
      trackedOrigins: new Set<unknown>([boardOrigins.user, boardOrigins.typing]),
      // Steps end where the tools say so, not after a time: a slow drag is still one drag.
      captureTimeout: Number.MAX_SAFE_INTEGER,
      // A value that somebody else wrote over mine is taken back to what was before mine, not left half undone.
      ignoreRemoteMapChanges: true,
    });
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) {
      this.manager.on(event, () => {
        if (!this.isAtWork) onChange();
      });
    }
  }

  /** The next edit begins a new step. */
  mark(): void {
    this.manager.stopCapturing();
  }

  canUndo(): boolean {
    return this.manager.canUndo();
  }

  canRedo(): boolean {
    return this.manager.canRedo();
  }

  /** Takes the last step back; when others have undone its effect already, nothing changes and the step is used up. */
  undo(): void {
    this.work(() => onlyTop(this.manager.undoStack, () => this.manager.undo()));
  }

  /** Makes the last step that was taken back again. */
  redo(): void {
    this.work(() => onlyTop(this.manager.redoStack, () => this.manager.redo()));
  }

  /** How many steps can be taken back. */
  depth(): number {
    return this.manager.undoStack.length;
  }

  /**
   * Takes back the steps after a depth and forgets them: a gesture that was called off has left nothing to undo or
   * redo. It must be taken back, not written over: older steps could not be taken back under what was written.
   */
  takeBackAfter(depth: number): void {
    const { undoStack, redoStack } = this.manager;
    const redoDepth = redoStack.length;
    this.work(() => {
      while (undoStack.length > depth) onlyTop(undoStack, () => this.manager.undo());
      redoStack.splice(redoDepth);
    });
  }

  private work(run: () => void): void {
    this.isAtWork = true;
    try {
      run();
    } finally {
      this.isAtWork = false;
    }
    // What is done next must not become part of a step that was made again.
    this.mark();
    this.onChange();
  }

  /** Stops following the document. */
  dispose(): void {
    this.manager.destroy();
  }
}

/**
 * Runs with the top item alone on the stack. Yjs goes on to older items when the newest has no effect any more, and
 * would take back, at one keypress, what the person did long before and others have built on since.
 */
function onlyTop(stack: unknown[], run: () => void): void {
  const rest = stack.splice(0, Math.max(0, stack.length - 1));
  run();
  stack.unshift(...rest);
}
