import { commentAnswer, commentsResponse, type BoardId } from '@common-ground/protocol';
import type { CommentsApi } from '../board/comments/CommentDesk.ts';
import { request, type Fetch } from './request.ts';

/** The server's comments on one board, for the holder of a token. */
export function createCommentsApi(fetch: Fetch, boardId: BoardId, token: string): CommentsApi {
  const path = `/api/boards/${boardId}/comments`;
  return {
    list: () => request(fetch, { method: 'GET', path, token, answer: commentsResponse }),
    give: (body) => request(fetch, { method: 'POST', path, token, body, answer: commentAnswer }),
    markSeen: (seen) =>
      request(fetch, { method: 'POST', path: `${path}/seen`, token, body: { seen }, answer: null }),
  };
}
