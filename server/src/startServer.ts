import { join } from 'node:path';
import type { Writable } from 'node:stream';
import type { Clock } from '@common-ground/sync';
import { createApp } from './app.ts';
import { FileAssetStore } from './assets/FileAssetStore.ts';
import type { Config } from './config.ts';
import { randomIds } from './ids.ts';
import { loggerOptions } from './logger.ts';
import { readVersion } from './readVersion.ts';
import type { App } from './routes/routeTypes.ts';
import { openDataFolder, type DataFolder } from './storage/DataFolder.ts';
import { StorageThread } from './storage/StorageThread.ts';
import { systemClock } from './systemClock.ts';

/** A server that is listening. */
export interface RunningServer {
  readonly app: App;
  /** Where it can be reached from this machine, without a slash at the end. */
  readonly url: string;
  /** Stores everything, closes every connection, lets go of port and data folder. */
  close(): Promise<void>;
}

/** What {@link startServer} takes besides the configuration; what is left out is the real thing. */
export interface StartOptions {
  /** Where the log goes; standard output if left out. */
  readonly logTo?: Writable;
  readonly clock?: Clock;
  readonly clientDir?: string;
}

/**
 * Opens the data folder and listens. Throws a StorageError when the folder or what is in it cannot be used, and what the
 * operating system says when the port cannot be taken; nothing stays open then.
 */
export async function startServer(config: Config, options: StartOptions = {}): Promise<RunningServer> {
  const folder = openDataFolder(config.dataDir);
  let release = (): Promise<void> | void => folder.close();
  try {
    const storage = await StorageThread.open(folder.databasePath);
    release = () => letGo(folder, storage);
    const app = await createApp(appOptions(config, folder, storage, options));
    app.addHook('onClose', () => letGo(folder, storage));
    release = () => app.close();
    await app.listen({ port: config.port, host: config.host });
    return { app, url: `http://localhost:${portOf(app)}`, close: () => app.close() };
  } catch (error) {
    await release();
    throw error;
  }
}

function appOptions(config: Config, folder: DataFolder, storage: StorageThread, options: StartOptions) {
  return {
    config,
    stores: {
      ...storage.stores,
      assets: new FileAssetStore(folder.assetsPath),
      waitingCalls: () => storage.waitingCalls,
    },
    serverKey: folder.serverKey,
    clock: options.clock ?? systemClock,
    ids: randomIds,
    clientDir: options.clientDir ?? join(import.meta.dirname, '..', '..', 'client', 'dist'),
    version: readVersion(),
    logger: loggerOptions(config.logLevel, options.logTo),
  };
}

function portOf(app: App): number {
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

async function letGo(folder: DataFolder, storage: StorageThread): Promise<void> {
  await storage.close();
  folder.close();
}
