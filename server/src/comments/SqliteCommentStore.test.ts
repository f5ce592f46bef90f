import { SqliteBoardDirectory } from '../boards/SqliteBoardDirectory.ts';
import { openDatabase } from '../storage/Database.ts';
import { commentStoreContract } from './commentStoreContract.ts';
import { SqliteCommentStore } from './SqliteCommentStore.ts';

commentStoreContract('SqliteCommentStore', () => {
  const database = openDatabase(':memory:');
  return { comments: new SqliteCommentStore(database), directory: new SqliteBoardDirectory(database) };
});
