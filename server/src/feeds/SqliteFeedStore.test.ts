import { SqliteBoardDirectory } from '../boards/SqliteBoardDirectory.ts';
import { openDatabase } from '../storage/Database.ts';
import { feedStoreContract } from './feedStoreContract.ts';
import { SqliteFeedStore } from './SqliteFeedStore.ts';
import { SqliteWebhookStore } from './SqliteWebhookStore.ts';

feedStoreContract('SQLite', () => {
  const database = openDatabase(':memory:');
  return {
    feeds: new SqliteFeedStore(database),
    webhooks: new SqliteWebhookStore(database),
    directory: new SqliteBoardDirectory(database),
  };
});
