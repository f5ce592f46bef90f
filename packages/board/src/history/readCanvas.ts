import type { TLSchema } from '@tldraw/tlschema';
import type * as Y from 'yjs';
import { openBoard, type BoardDocument } from '../document/BoardDocument.ts';
import { launchPrefix } from '../build/launches.ts';
import { readShape } from '../records/readShape.ts';
import { RecordReader } from '../records/RecordReader.ts';
import { canvasContentFormat, type CanvasContent, type RawRecord } from './CanvasContent.ts';

/** All that a document holds, as plain JSON. The document has to be in the present schema (`migrateBoard`). */
export function readCanvas(doc: Y.Doc, schema: TLSchema): CanvasContent {
  const board = openBoard(doc);
  const records = new RecordReader(board, schema).readAll().put;
  const shown = new Set<string>(records.map(({ id }) => id));
  return {
    format: canvasContentFormat,
    schema: schema.serialize(),
    records,
    setAside: [...rawRecords(board)].filter(({ id }) => !shown.has(id)),
    launches: Object.fromEntries([...board.meta.entries()].filter(([key]) => key.startsWith(launchPrefix))),
  };
}

/** Everything that can be put together again, sound or not. */
function* rawRecords(board: BoardDocument): Iterable<RawRecord> {
  for (const id of board.shapes.keys()) {
    const read = readShape(board, id);
    if (read.ok) yield { ...read.value, id };
  }
  for (const [id, value] of board.records.entries()) {
    if (typeof value === 'object' && value !== null && 'typeName' in value) yield { ...value, id };
  }
}
