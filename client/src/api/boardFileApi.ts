import { createBoardResponse, type BoardId, type Result } from '@common-ground/protocol';
import type { z } from 'zod';
import type { ApiError } from './ApiError.ts';
import { request, requestFile, type Fetch } from './request.ts';

/** Facilitators only: a whole board as one file (docs/BOARD-FILE.md). */
export function fetchBoardFile(
  fetch: Fetch,
  { boardId, token }: { readonly boardId: BoardId; readonly token: string },
): Promise<Result<Blob, ApiError>> {
  return requestFile(fetch, { method: 'GET', path: `/api/boards/${boardId}/file`, token });
}

/** Makes a board of such a file; answers its links. */
export function sendBoardFile(
  fetch: Fetch,
  file: Blob,
): Promise<Result<z.infer<typeof createBoardResponse>, ApiError>> {
  // Whatever the browser takes it for, by its name.
  const body = new Blob([file], { type: 'application/zip' });
  return request(fetch, { method: 'POST', path: '/api/boards/file', body, answer: createBoardResponse });
}
