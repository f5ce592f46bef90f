import { fail, ok, type BoardId, type BoardLinks, type Result } from '@common-ground/protocol';
import type { ApiError } from '../api/ApiError.ts';
import type { Api } from '../api/createApi.ts';
import type { Services } from '../app/services.tsx';
import { joinBoard, type Person } from '../session/joinBoard.ts';
import { secretOfFragment } from '../session/linkSecret.ts';
import { writeRecentBoard } from '../session/recentBoards.ts';

/** Joins a board that was just made as its facilitator; afterwards `/b/<boardId>` opens it in this browser. */
export async function joinCreated(
  services: Pick<Services, 'store' | 'now'> & { readonly api: Api },
  { boardId, links }: { readonly boardId: BoardId; readonly links: Pick<BoardLinks, 'facilitator'> },
  board: { readonly title: string; readonly templateIds: readonly string[] },
  person: Person,
): Promise<Result<BoardId, ApiError>> {
  const secret = secretOfFragment(new URL(links.facilitator).hash);
  if (secret === null) return fail({ kind: 'unreadable', status: 201 });
  const joined = await joinBoard(services, { boardId, secret }, person);
  if (!joined.ok) return fail(joined.error);
  writeRecentBoard(services.store, {
    boardId,
    ...board,
    role: joined.value.role,
    openedAt: services.now(),
  });
  return ok(boardId);
}
