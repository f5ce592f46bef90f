import { fail, ok, type BoardId, type Result } from '@common-ground/protocol';
import type { ApiError } from '../api/ApiError.ts';
import type { Api, NewBoard } from '../api/createApi.ts';
import type { Services } from '../app/services.tsx';
import { joinBoard, type Person } from '../session/joinBoard.ts';
import { secretOfFragment } from '../session/linkSecret.ts';
import { writeRecentBoard } from '../session/recentBoards.ts';

/** Creates a board and joins it as its facilitator; afterwards `/b/<boardId>` opens it in this browser. */
export async function createAndJoin(
  services: Pick<Services, 'store' | 'now'> & { readonly api: Api },
  board: NewBoard,
  person: Person,
): Promise<Result<BoardId, ApiError>> {
  const created = await services.api.createBoard(board);
  if (!created.ok) return fail(created.error);
  const { boardId, links } = created.value;
  const secret = secretOfFragment(new URL(links.facilitator).hash);
  if (secret === null) return fail({ kind: 'unreadable', status: 201 });
  const joined = await joinBoard(services, { boardId, secret }, person);
  if (!joined.ok) return fail(joined.error);
  writeRecentBoard(services.store, {
    boardId,
    title: board.title,
    role: joined.value.role,
    templateIds: board.templateId === undefined ? [] : [board.templateId],
    openedAt: services.now(),
  });
  return ok(boardId);
}
