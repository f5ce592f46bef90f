import { Committer, RoomRegistry } from '@common-ground/sync';
import { MemoryBoardStore } from '@common-ground/testkit';
import { Gatekeeper } from '../access/Gatekeeper.ts';
import type { NewBoard } from '../boards/BoardDirectory.ts';
import { newBoard } from '../boards/boardDirectoryContract.ts';
import { LiveBoards } from '../boards/LiveBoards.ts';
import { openDatabase } from '../storage/Database.ts';
import { sqliteStores, type DatabaseStores } from '../storage/DatabaseStores.ts';
import { systemClock } from '../systemClock.ts';
import { secureChance } from '../workshop/secureChance.ts';
import { Workshops } from '../workshop/Workshops.ts';

/** A server's boards without HTTP: everything in memory, and one board to begin with. */
export interface MemoryBoards extends Omit<DatabaseStores, 'canvases'> {
  readonly board: NewBoard;
  /** Keeps the canvases; fails and waits on demand. */
  readonly canvases: MemoryBoardStore;
  readonly gatekeeper: Gatekeeper;
  readonly live: LiveBoards;
}

/** Makes them; `replaced` takes the place of stores in a test of its own. */
export async function memoryBoards(replaced: Partial<DatabaseStores> = {}): Promise<MemoryBoards> {
  const board = newBoard('b');
  const stores = { ...sqliteStores(openDatabase(':memory:')), ...replaced };
  const { directory, links, participants, workshops: store } = stores;
  const canvases = new MemoryBoardStore();
  canvases.createBoard(board.id);
  await directory.create(board);
  const clock = systemClock;
  const committer = new Committer({ store: canvases, clock });
  const rooms: RoomRegistry = new RoomRegistry({ store: canvases, committer, clock });
  const workshops = new Workshops({
    store,
    directory,
    participants,
    clock,
    chance: secureChance,
    announce: (boardId, change) => live.announce(boardId, change),
    tell: async () => undefined,
    onError: (_boardId, error) => {
      throw error;
    },
  });
  const live = new LiveBoards({ rooms, committer, directory, participants, workshops });
  const gatekeeper = new Gatekeeper(links, participants, new Uint8Array(32));
  return { ...stores, board, canvases, gatekeeper, live };
}
