import type { BoardDocument } from '../document/BoardDocument.ts';
import { homePageOf } from '../document/essentials.ts';

/**
 * Id of the page on which the server lays out what it makes.
 * @throws Error when the board has no page (`repairBoard` gives it one).
 */
export function firstPage(board: BoardDocument): string {
  const page = homePageOf([...board.records.keys()].filter((id) => isPage(id, board.records.get(id))));
  if (page === undefined) throw new Error('the board has no page');
  return page;
}

function isPage(id: string, record: unknown): boolean {
  return id.startsWith('page:') && (record as { typeName?: unknown } | null)?.typeName === 'page';
}
