import { IconMessageCirclePlus } from '@tabler/icons-react';
import { StateNode, type Editor, type TLUiOverrides, type VecLike } from '@tldraw/tldraw';

/** Who is told where somebody wants to comment, by editor: tldraw makes its tools itself, and gives them nothing. */
const listeners = new WeakMap<Editor, (point: VecLike) => void>();

/** The tool with which one presses the place to comment on. */
class CommentTool extends StateNode {
  static override id = 'comment';

  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 });
  }

  override onCancel(): void {
    this.editor.setCurrentTool('select');
  }

  /** At the end of a press, so that two fingers can pan and a slip of the hand is nothing. */
  override onPointerUp(): void {
    if (this.editor.inputs.isDragging) return;
    const point = this.editor.inputs.currentPagePoint.clone();
    this.editor.setCurrentTool('select');
    listeners.get(this.editor)?.(point);
  }
}

/** tldraw's tools for somebody who may comment. */
export const commentTools = [CommentTool];

/** Puts the tool into tldraw's menus and onto the key C. */
export function commentToolOverrides(label: string): TLUiOverrides {
  return {
    tools: (editor, tools) => ({
      ...tools,
      comment: {
        id: 'comment',
        label,
        icon: (
          <div style={{ display: 'grid', placeItems: 'center' }}>
            <IconMessageCirclePlus size={18} stroke={1.8} />
          </div>
        ),
        kbd: 'c',
        readonlyOk: true,
        onSelect: () => void editor.setCurrentTool('comment'),
      },
    }),
  };
}

/** Tells where somebody wants to comment, page px; returns what stops that. */
export function onCommentPlaced(editor: Editor, listener: (point: VecLike) => void): () => void {
  listeners.set(editor, listener);
  return () => listeners.delete(editor);
}
