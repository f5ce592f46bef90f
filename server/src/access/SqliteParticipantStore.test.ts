import { SqliteBoardDirectory } from '../boards/SqliteBoardDirectory.ts';
import { openDatabase } from '../storage/Database.ts';
import { participantStoreContract } from './participantStoreContract.ts';
import { SqliteLinkStore } from './SqliteLinkStore.ts';
import { SqliteParticipantStore } from './SqliteParticipantStore.ts';

participantStoreContract('SqliteParticipantStore', () => {
  const database = openDatabase(':memory:');
  return {
    participants: new SqliteParticipantStore(database),
    links: new SqliteLinkStore(database),
    directory: new SqliteBoardDirectory(database),
  };
});
