import { newBoard } from '../boards/boardDirectoryContract.ts';
import { SqliteBoardDirectory } from '../boards/SqliteBoardDirectory.ts';
import { openDatabase } from '../storage/Database.ts';
import { snapshotStoreContract } from './snapshotStoreContract.ts';
import { SqliteSnapshotStore } from './SqliteSnapshotStore.ts';

snapshotStoreContract('SqliteSnapshotStore', async () => {
  const database = openDatabase(':memory:');
  await new SqliteBoardDirectory(database).create(newBoard('b'));
  return { store: new SqliteSnapshotStore(database), dispose: async () => database.close() };
});
