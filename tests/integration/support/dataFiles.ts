import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Names of the files of a data folder that hold the text anywhere, freed pages and logs included. */
export function filesWith(dataDir: string, text: string): string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text));
}

/** Every row of every table of the database, as one text a table. */
export function tablesOf(dataDir: string): Readonly<Record<string, string>> {
  const database = new DatabaseSync(join(dataDir, 'common-ground.db'), { readOnly: true });
  try {
    const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    return Object.fromEntries(
      names.map(({ name }) => {
        const rows = database.prepare(`SELECT * FROM "${String(name)}"`).all();
        return [String(name), rows.map((row) => Object.values(row).map(readable).join(' ')).join('\n')];
      }),
    );
  } finally {
    database.close();
  }
}

/** Yjs updates hold their texts as they are. */
function readable(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);
}
