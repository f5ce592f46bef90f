import type { CommentThread } from '@common-ground/protocol';
import { useCallback } from 'react';
import { useComments } from './CommentsContext.tsx';
import { showThread } from './showThread.ts';

/** Goes to where a thread is, and opens it there. */
export function useShowThread(): (thread: CommentThread) => void {
  const { desk, editor } = useComments();
  return useCallback(
    (thread) => {
      if (editor !== null) showThread(desk, editor, thread);
    },
    [desk, editor],
  );
}
