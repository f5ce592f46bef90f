import { parentPort, workerData } from 'node:worker_threads';
import { closeDatabase, openDatabase, type Database } from './Database.ts';
import { sqliteStores, type DatabaseStores } from './DatabaseStores.ts';
import { toPlainError, type StoreReply, type StoreRequest } from './storeCalls.ts';

/* The thread that has the database: opens it, answers calls one after the other, closes it. Started by StorageThread. */

type Methods = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread only.');
const database = open(String(workerData));
if (database) serve(database, sqliteStores(database));

function open(path: string): Database | null {
  try {
    return openDatabase(path);
  } catch (error) {
    reply({ kind: 'unusable', message: toPlainError(error).message });
    return null;
  }
}

function serve(database: Database, stores: DatabaseStores): void {
  port?.on('message', (request: StoreRequest) => {
    if (request.kind === 'call') {
      void answer(stores, request);
    } else {
      closeDatabase(database);
      port.close();
    }
  });
  reply({ kind: 'ready' });
}

async function answer(stores: DatabaseStores, call: StoreRequest & { kind: 'call' }): Promise<void> {
  const { id, store, method, args } = call;
  try {
    const methods = stores[store] as unknown as Methods;
    reply({ kind: 'result', id, value: await methods[method]?.(...args) });
  } catch (error) {
    reply({ kind: 'failure', id, error: toPlainError(error) });
  }
}

function reply(message: StoreReply): void {
  port?.postMessage(message);
}
