import { fail, type BoardId, type Result } from '@common-ground/protocol';
import type { ApiError } from '../api/ApiError.ts';
import type { BoardSession } from '../session/boardSessions.ts';
import { joinCreated } from './joinCreated.ts';

/** Makes the board that follows one of this person's, and joins it as its facilitator under the same name. */
export async function followOn(
  services: Parameters<typeof joinCreated>[0],
  { boardId, name, partner, token }: BoardSession,
  title: string,
): Promise<Result<BoardId, ApiError>> {
  const created = await services.api.createSuccessor(boardId, token, title);
  if (!created.ok) return fail(created.error);
  return joinCreated(services, created.value, { title, templateIds: [] }, { name, partner });
}
