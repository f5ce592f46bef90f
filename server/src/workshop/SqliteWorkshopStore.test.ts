import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workshopStoreContract } from '@common-ground/testkit';
import { newBoard } from '../boards/boardDirectoryContract.ts';
import { SqliteBoardDirectory } from '../boards/SqliteBoardDirectory.ts';
import { openDatabase } from '../storage/Database.ts';
import { SqliteWorkshopStore } from './SqliteWorkshopStore.ts';

workshopStoreContract('SqliteWorkshopStore', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-'));
  const path = join(folder, 'boards.db');
  let database = openDatabase(path);
  return {
    store: new SqliteWorkshopStore(database),
    createBoard: (boardId) => new SqliteBoardDirectory(database).create(newBoard(boardId)),
    reopen: async () => {
      database.close();
      database = openDatabase(path);
      return new SqliteWorkshopStore(database);
    },
    isOnDisk: async (text) =>
      readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(text)),
    dispose: async () => {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
});
