import { SqliteBoardDirectory } from '../boards/SqliteBoardDirectory.ts';
import { openDatabase } from '../storage/Database.ts';
import { accessStoreContract } from './accessStoreContract.ts';
import { SqliteAccessStore } from './SqliteAccessStore.ts';

accessStoreContract('SqliteAccessStore', () => {
  const database = openDatabase(':memory:');
  return { access: new SqliteAccessStore(database), directory: new SqliteBoardDirectory(database) };
});
