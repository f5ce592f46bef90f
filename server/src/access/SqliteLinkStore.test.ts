import { SqliteBoardDirectory } from '../boards/SqliteBoardDirectory.ts';
import { openDatabase } from '../storage/Database.ts';
import { linkStoreContract } from './linkStoreContract.ts';
import { SqliteLinkStore } from './SqliteLinkStore.ts';

linkStoreContract('SqliteLinkStore', () => {
  const database = openDatabase(':memory:');
  return { links: new SqliteLinkStore(database), directory: new SqliteBoardDirectory(database) };
});
