import type { BoardId, Result } from '@common-ground/protocol';
import { reportSchema, type Report } from '@common-ground/templates';
import type { ApiError } from '../api/ApiError.ts';
import { request, type Fetch } from '../api/request.ts';

/** Asks the server for a board's report; it stands apart from the other calls, so that only this page loads its form. */
export function readReport(
  fetch: Fetch,
  boardId: BoardId,
  token: string,
  language: string,
): Promise<Result<Report, ApiError>> {
  const path = `/api/boards/${boardId}/report.json?language=${encodeURIComponent(language)}`;
  return request<Report>(fetch, { method: 'GET', path, token, answer: reportSchema });
}
