import type { Editor } from '@tldraw/tldraw';
import type { BoardCanvasModel } from '../canvas/BoardCanvasModel.ts';

/**
 * Puts the person's own undo behind tldraw's: its menus, buttons and shortcuts call these methods. tldraw keeps its
 * own history all the same, since its tools call gestures off with it; where it marks a step, a step of ours begins.
 */
export function installUndo(editor: Editor, model: BoardCanvasModel): void {
  const { binding, undo, undoVersion } = model;
  const depthAtMark = new Map<string, number>();
  const tldrawUndo = editor.undo.bind(editor);
  const markHistoryStoppingPoint = editor.markHistoryStoppingPoint.bind(editor);
  const bailToMark = editor.bailToMark.bind(editor);

  editor.undo = () => {
    binding.flush();
    undo.undo();
    binding.flush();
    return editor;
  };
  editor.redo = () => {
    binding.flush();
    undo.redo();
    binding.flush();
    return editor;
  };
  editor.getCanUndo = () => undoVersion.get() >= 0 && undo.canUndo();
  editor.getCanRedo = () => undoVersion.get() >= 0 && undo.canRedo();
  editor.markHistoryStoppingPoint = (name) => {
    binding.writePending();
    undo.mark();
    const id = markHistoryStoppingPoint(name);
    depthAtMark.set(id, undo.depth());
    return id;
  };
  editor.bailToMark = (id) => {
    const depth = depthAtMark.get(id);
    binding.withoutWriting(() => {
      if (depth !== undefined) undo.takeBackAfter(depth);
      bailToMark(id);
    });
    return editor;
  };
  askAgain(editor, () => markHistoryStoppingPoint('undo is installed'), tldrawUndo);
}

/**
 * tldraw's buttons were drawn before and watch its own history, of which the part that can be redone never changes
 * again. A mark that is taken back makes them ask once more, and from then on they watch ours.
 */
function askAgain(editor: Editor, mark: () => void, tldrawUndo: () => void): void {
  editor.clearHistory();
  mark();
  tldrawUndo();
}
