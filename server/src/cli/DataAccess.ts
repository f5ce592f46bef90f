import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Gatekeeper } from '../access/Gatekeeper.ts';
import type { BoardFilesOptions } from '../archive/boardFiles.ts';
import { FileAssetStore } from '../assets/FileAssetStore.ts';
import { historyTasks } from '../history/historyTasks.ts';
import { randomIds } from '../ids.ts';
import { readServerKey } from '../storage/DataFolder.ts';
import { openDatabase, type Database } from '../storage/Database.ts';
import { sqliteStores, type DatabaseStores } from '../storage/DatabaseStores.ts';
import { CommandError } from './CommandError.ts';

/** A data folder as the command line works with it: also while a server is running on it. */
export interface DataAccess {
  readonly path: string;
  readonly assetsPath: string;
  readonly database: Database;
  readonly stores: DatabaseStores;
  readonly gatekeeper: Gatekeeper;
  readonly files: BoardFilesOptions;
  close(): void;
}

/** Opens a data folder that is there. Throws {@link CommandError} when there is none, and StorageError when it is damaged. */
export function openData(dataDir: string): DataAccess {
  const path = resolve(dataDir);
  const databasePath = join(path, 'common-ground.db');
  const keyPath = join(path, 'server.key');
  if (!existsSync(databasePath) || !existsSync(keyPath))
    throw new CommandError(`${path} is no data folder of Common Ground. Name it with --data or DATA_DIR.`);
  const serverKey = readServerKey(keyPath);
  const database = openDatabase(databasePath);
  const stores = sqliteStores(database);
  const gatekeeper = new Gatekeeper(stores.links, stores.participants, serverKey);
  const assetsPath = join(path, 'assets');
  const assets = new FileAssetStore(assetsPath, { keepIncoming: true });
  const { archives, canvases } = stores;
  return {
    path,
    assetsPath,
    database,
    stores,
    gatekeeper,
    files: { archives, canvases, assets, gatekeeper, ids: randomIds, tasks: historyTasks },
    close: () => database.close(),
  };
}
