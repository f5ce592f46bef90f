import { parseBoardId, roles, type BoardId, type Role } from '@common-ground/protocol';
import type { TextStore } from './TextStore.ts';

const key = 'common-ground/recent';
/** More boards than this are not remembered. */
export const maxRecentBoards = 24;

/** A board this browser has had open. */
export interface RecentBoard {
  readonly boardId: BoardId;
  readonly title: string;
  readonly role: Role;
  readonly templateIds: readonly string[];
  /** When this browser last had it open, ms since 1970. */
  readonly openedAt: number;
}

/** Boards this browser has had open, the latest first. A damaged entry is left out, the others stay. */
export function readRecentBoards(store: TextStore): readonly RecentBoard[] {
  return entriesIn(store.read(key))
    .map(parseRecentBoard)
    .filter((board) => board !== null)
    .toSorted((a, b) => b.openedAt - a.openedAt);
}

/** Puts a board on top of the list, or brings it up to date; the oldest beyond {@link maxRecentBoards} go. */
export function writeRecentBoard(store: TextStore, board: RecentBoard): void {
  const others = readRecentBoards(store).filter(({ boardId }) => boardId !== board.boardId);
  store.write(key, JSON.stringify([board, ...others].slice(0, maxRecentBoards)));
}

/** Takes a board off the list. */
export function forgetRecentBoard(store: TextStore, boardId: BoardId): void {
  const others = readRecentBoards(store).filter((board) => board.boardId !== boardId);
  store.write(key, JSON.stringify(others));
}

/** Brings what the list says of a board up to date; nothing when the board is not on it. */
export function updateRecentBoard(
  store: TextStore,
  boardId: BoardId,
  change: Partial<Omit<RecentBoard, 'boardId'>>,
): void {
  const known = readRecentBoards(store).find((board) => board.boardId === boardId);
  if (known !== undefined) writeRecentBoard(store, { ...known, ...change });
}

function entriesIn(text: string | null): readonly unknown[] {
  try {
    const entries: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(entries) ? entries : [];
  } catch {
    return [];
  }
}

/** By hand rather than by a schema: this is all that the home page reads, and a schema library is not worth it. */
function parseRecentBoard(entry: unknown): RecentBoard | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const { boardId, title, role, templateIds, openedAt } = entry as Record<keyof RecentBoard, unknown>;
  const id = parseBoardId(boardId);
  const knownRole = roles.find((known) => known === role);
  if (id === null || knownRole === undefined || typeof title !== 'string') return null;
  if (typeof openedAt !== 'number' || !Number.isFinite(openedAt)) return null;
  const ids = Array.isArray(templateIds) ? templateIds.filter((value) => typeof value === 'string') : [];
  return { boardId: id, title, role: knownRole, templateIds: ids, openedAt };
}
