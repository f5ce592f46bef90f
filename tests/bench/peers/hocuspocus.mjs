import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import { stopOnSignal, tellListening } from './serving.mjs';

/*
 * Hocuspocus with its defaults. Its SQLite extension is these two statements over its database extension; they run on
 * Node's own SQLite here, because better-sqlite3 would have to be compiled first.
 */

const database = new DatabaseSync(join(process.env.DATA_DIR, 'hocuspocus.sqlite'));
database.exec('CREATE TABLE IF NOT EXISTS documents (name TEXT NOT NULL UNIQUE, data BLOB NOT NULL)');
const select = database.prepare('SELECT data FROM documents WHERE name = ?');
const upsert = database.prepare(
  'INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data',
);

const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  stopOnSignals: false,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => select.get(documentName)?.data ?? null,
      store: async ({ documentName, state }) => void upsert.run(documentName, state),
    }),
  ],
});
await server.listen();
tellListening(server.address.port);
stopOnSignal(async () => {
  await server.destroy();
  database.close();
});
