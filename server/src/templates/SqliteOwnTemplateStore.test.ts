import { openDatabase } from '../storage/Database.ts';
import { ownTemplateStoreContract } from './ownTemplateStoreContract.ts';
import { SqliteOwnTemplateStore } from './SqliteOwnTemplateStore.ts';

ownTemplateStoreContract(
  'SqliteOwnTemplateStore',
  () => new SqliteOwnTemplateStore(openDatabase(':memory:')),
);
