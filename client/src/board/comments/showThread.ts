import type { CommentThread } from '@common-ground/protocol';
import type { Editor } from '@tldraw/tldraw';
import { showPart } from '../view/showWholeBoard.ts';
import type { CommentDesk } from './CommentDesk.ts';
import { placeOfThread } from './placeOfThread.ts';

/** Page px around a thread's place that are shown with it. */
const aroundPx = 300;

/** Goes to where a thread is, and opens it there. */
export function showThread(desk: CommentDesk, editor: Editor, thread: CommentThread): void {
  goToThread(editor, thread);
  desk.open.set({ kind: 'thread', threadId: thread.id });
}

/** Goes to where a thread is. */
export function goToThread(editor: Editor, thread: CommentThread): void {
  const { pageId, x, y } = placeOfThread(editor, thread.place);
  if (editor.getPage(pageId) !== undefined && pageId !== editor.getCurrentPageId())
    editor.setCurrentPage(pageId);
  const isInView = editor.getViewportPageBounds().containsPoint({ x, y });
  if (!isInView) showPart(editor, { x: x - aroundPx, y: y - aroundPx, w: 2 * aroundPx, h: 2 * aroundPx });
}
