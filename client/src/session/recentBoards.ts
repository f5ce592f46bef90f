import { parseBoardId, roleSchema, type BoardId } from '@common-ground/protocol';
import { z } from 'zod';
import { readJson } from './readJson.ts';
import type { TextStore } from './TextStore.ts';

const key = 'common-ground/recent';
/** More boards than this are not listed on the home page. */
export const maxRecentBoards = 24;

const boardSchema = z.object({
  boardId: z.string().transform((value, context) => {
    const id = parseBoardId(value);
    if (id !== null) return id;
    context.addIssue('not a board id');
    return z.NEVER;
  }),
  title: z.string(),
  role: roleSchema,
  templateIds: z.array(z.string()).catch([]),
  /** When this browser last had it open, ms since 1970. */
  openedAt: z.number(),
});

/** A board this browser has had open. */
export type RecentBoard = z.infer<typeof boardSchema>;

/** Boards this browser has had open, the latest first. A damaged entry is left out, the others stay. */
export function readRecentBoards(store: TextStore): readonly RecentBoard[] {
  const entries = readJson(store, key, z.array(z.unknown())) ?? [];
  return entries
    .map((entry) => boardSchema.safeParse(entry).data)
    .filter((board) => board !== undefined)
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

/** Notes that a board on the list was opened again. */
export function touchRecentBoard(store: TextStore, boardId: BoardId, openedAt: number): void {
  updateRecentBoard(store, boardId, { openedAt });
}
