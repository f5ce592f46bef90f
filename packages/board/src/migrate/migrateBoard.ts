import type { SerializedSchemaV2 } from '@tldraw/store';
import type { TLRecord, TLSchema, TLShape } from '@tldraw/tlschema';
import type * as Y from 'yjs';
import { z } from 'zod';
import { boardOrigins, openBoard, type BoardDocument } from '../document/BoardDocument.ts';
import { readShape } from '../records/readShape.ts';
import { sameJson } from '../records/sameJson.ts';
import { writeChanges } from '../records/writeChanges.ts';
import { migrateTexts, serializedVersions } from './textForm.ts';

const schemaKey = 'schema';

/** Whether a document's records are in this program's schema, were brought up to it, or are from a newer program. */
export type SchemaState = 'current' | 'migrated' | 'newer';

/** Notes in the document which schema its records are in. Call inside a transaction. */
export function writeSchema(board: BoardDocument, schema: TLSchema): void {
  const serialized = serializedVersions(schema);
  if (!sameJson(board.meta.get(schemaKey), serialized)) board.meta.set(schemaKey, serialized);
}

/** The state of a document's schema, without changing anything: `migrated` means that it would need to be. */
export function schemaStateOf(doc: Y.Doc, schema: TLSchema): SchemaState {
  const stored = storedSchema(openBoard(doc));
  if (stored === null || sameJson(stored, serializedVersions(schema))) return 'current';
  const migrations = schema.getMigrationsSince(stored);
  return migrations.ok && !isNewer(stored, schema) ? 'migrated' : 'newer';
}

/**
 * Brings every record up to this program's schema, in one transaction; only the server does so. A record that cannot
 * be migrated stays as it is (and is set aside by every reader). A document from a newer program is not touched.
 */
export function migrateBoard(doc: Y.Doc, schema: TLSchema): SchemaState {
  const board = openBoard(doc);
  const state = schemaStateOf(doc, schema);
  if (state === 'newer') return state;
  const stored = storedSchema(board);
  doc.transact(() => {
    if (stored !== null && state === 'migrated') writeChanges(board, migratedRecords(board, schema, stored));
    migrateTexts(board);
    writeSchema(board, schema);
  }, boardOrigins.migration);
  return state;
}

function migratedRecords(board: BoardDocument, schema: TLSchema, stored: SerializedSchemaV2) {
  const updated: Record<string, [TLRecord, TLRecord]> = {};
  for (const record of rawRecords(board)) {
    const migrated = migrate(record, schema, stored);
    if (migrated !== null && !sameJson(migrated, record)) updated[record.id] = [record, migrated];
  }
  return { added: {}, updated, removed: {} } as Parameters<typeof writeChanges>[1];
}

/** The record in this program's schema, or null when it cannot be migrated: what is in a document need not be a record. */
function migrate(record: TLRecord, schema: TLSchema, stored: SerializedSchemaV2): TLRecord | null {
  try {
    const result = schema.migratePersistedRecord(record, stored);
    return result.type === 'success' ? result.value : null;
  } catch {
    return null;
  }
}

function* rawRecords(board: BoardDocument): Iterable<TLRecord> {
  for (const id of board.shapes.keys()) {
    const read = readShape(board, id);
    if (read.ok) yield read.value as unknown as TLShape;
  }
  for (const [id, value] of board.records.entries()) {
    if (typeof value === 'object' && value !== null) yield { ...value, id } as TLRecord;
  }
}

const storedSchemaSchema = z.object({
  schemaVersion: z.literal(2),
  sequences: z.record(z.string(), z.int().nonnegative()),
});

function storedSchema(board: BoardDocument): SerializedSchemaV2 | null {
  const parsed = storedSchemaSchema.safeParse(board.meta.get(schemaKey));
  return parsed.success ? parsed.data : null;
}

/** tldraw ignores sequences it does not know; a shape type of a newer program must not be ignored. */
function isNewer(stored: SerializedSchemaV2, schema: TLSchema): boolean {
  const own = serializedVersions(schema).sequences;
  return Object.entries(stored.sequences).some(([id, version]) => version > (own[id] ?? -1));
}
