import type { CommentThread } from '@common-ground/protocol';
import { useCallback } from 'react';
import { showPart } from '../canvas/showWholeBoard.ts';
import { useComments } from './CommentsContext.tsx';
import { placeOfThread } from './placeOfThread.ts';

/** Page px around a thread's place that are shown with it. */
const aroundPx = 300;

/** Goes to where a thread is, and opens it there. */
export function useShowThread(): (thread: CommentThread) => void {
  const { desk, editor } = useComments();
  return useCallback(
    (thread) => {
      if (editor === null) return;
      const { pageId, x, y } = placeOfThread(editor, thread.place);
      if (editor.getPage(pageId) !== undefined && pageId !== editor.getCurrentPageId())
        editor.setCurrentPage(pageId);
      const isInView = editor.getViewportPageBounds().containsPoint({ x, y });
      if (!isInView) showPart(editor, { x: x - aroundPx, y: y - aroundPx, w: 2 * aroundPx, h: 2 * aroundPx });
      desk.open.set({ kind: 'thread', threadId: thread.id });
    },
    [desk, editor],
  );
}
