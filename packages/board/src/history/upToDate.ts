import type { TLRecord, TLSchema } from '@tldraw/tlschema';
import { fail, ok, type Result } from '@common-ground/protocol';
import { sameJson } from '../records/sameJson.ts';
import { parseRecord } from '../schema/boardSchema.ts';
import type { CanvasContent, RawRecord } from './CanvasContent.ts';

/**
 * A kept canvas in this program's schema, every record checked: one that cannot be migrated or does not validate is among
 * those that are set aside. Fails when a later program has written it.
 */
export function upToDate(content: CanvasContent, schema: TLSchema): Result<CanvasContent, 'newer-schema'> {
  const now = schema.serialize();
  const isCurrent = sameJson(content.schema, now);
  if (!isCurrent && !schema.getMigrationsSince(content.schema).ok) return fail('newer-schema');
  if (hasNewer(content, schema)) return fail('newer-schema');
  const records: TLRecord[] = [];
  const setAside: RawRecord[] = [];
  for (const raw of content.records) {
    const migrated = isCurrent ? raw : migrate(raw, schema, content);
    const parsed = parseRecord(schema, migrated);
    if (parsed.ok) records.push(parsed.value);
    else setAside.push(raw as unknown as RawRecord);
  }
  for (const raw of content.setAside) {
    setAside.push((isCurrent ? raw : migrate(raw, schema, content)) as RawRecord);
  }
  return ok({ ...content, schema: now, records, setAside });
}

/** The record in this program's schema; as it is when it cannot be migrated. */
function migrate(record: unknown, schema: TLSchema, { schema: from }: CanvasContent): unknown {
  try {
    const result = schema.migratePersistedRecord(record as TLRecord, from);
    return result.type === 'success' ? result.value : record;
  } catch {
    return record;
  }
}

/** tldraw ignores sequences it does not know; a shape type of a later program must not be ignored. */
function hasNewer({ schema: stored }: CanvasContent, schema: TLSchema): boolean {
  const { sequences } = schema.serialize();
  if (!('sequences' in stored)) return false;
  return Object.entries(stored.sequences).some(([id, version]) => version > (sequences[id] ?? -1));
}
