import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boardStoreContract } from '@common-ground/testkit';
import { newBoard } from '../boards/boardDirectoryContract.ts';
import { SqliteBoardDirectory } from '../boards/SqliteBoardDirectory.ts';
import { openDatabase } from './Database.ts';
import { SqliteBoardStore } from './SqliteBoardStore.ts';

boardStoreContract('SqliteBoardStore', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-'));
  const path = join(folder, 'boards.db');
  let database = openDatabase(path);
  return {
    store: new SqliteBoardStore(database),
    createBoard: (boardId) => new SqliteBoardDirectory(database).create(newBoard(boardId)),
    reopen: async () => {
      database.close();
      database = openDatabase(path);
      return new SqliteBoardStore(database);
    },
    dispose: async () => {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
});
