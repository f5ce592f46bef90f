import { fail, type BoardId, type Result } from '@common-ground/protocol';
import type { ApiError } from '../api/ApiError.ts';
import type { Api, NewBoard } from '../api/createApi.ts';
import type { Services } from '../app/services.tsx';
import type { Person } from '../session/joinBoard.ts';
import { joinCreated } from './joinCreated.ts';

/** Creates a board and joins it as its facilitator; afterwards `/b/<boardId>` opens it in this browser. */
export async function createAndJoin(
  services: Pick<Services, 'store' | 'now'> & { readonly api: Api },
  board: NewBoard,
  person: Person,
): Promise<Result<BoardId, ApiError>> {
  const created = await services.api.createBoard(board);
  if (!created.ok) return fail(created.error);
  const { title, templateId } = board;
  const templateIds = templateId === undefined ? [] : [templateId];
  return joinCreated(services, created.value, { title, templateIds }, person);
}
