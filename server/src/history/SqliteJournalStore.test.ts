import { newBoard } from '../boards/boardDirectoryContract.ts';
import { SqliteBoardDirectory } from '../boards/SqliteBoardDirectory.ts';
import { openDatabase } from '../storage/Database.ts';
import { journalStoreContract } from './journalStoreContract.ts';
import { SqliteJournalStore } from './SqliteJournalStore.ts';

journalStoreContract('SqliteJournalStore', async () => {
  const database = openDatabase(':memory:');
  await new SqliteBoardDirectory(database).create(newBoard('b'));
  return { store: new SqliteJournalStore(database), dispose: async () => database.close() };
});
