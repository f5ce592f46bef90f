import { createBoardResponse, type BoardId, type BoardLinks } from '@common-ground/protocol';
import type { APIRequestContext } from '@playwright/test';

/** What a new board is asked for, as in POST /api/boards. */
export interface NewBoard {
  readonly title?: string;
  readonly templateId?: string;
  readonly templateOptions?: Readonly<Record<string, string>>;
  readonly partners?: readonly string[];
}

/** A board as the one who created it knows it. */
export interface CreatedBoard {
  readonly boardId: BoardId;
  readonly links: BoardLinks;
}

/** Creates a board over HTTP, for tests that are about something else. */
export async function createBoard(
  request: APIRequestContext,
  { title = 'A board for a test', ...rest }: NewBoard,
): Promise<CreatedBoard> {
  const answer = await request.post('/api/boards', { data: { title, ...rest } });
  if (!answer.ok()) throw new Error(`No board was created: ${answer.status()} ${await answer.text()}`);
  return createBoardResponse.parse(await answer.json());
}
