import type { TLSchema, TLShape } from '@tldraw/tlschema';
import type * as Y from 'yjs';
import { boardOrigins, openBoard } from '../document/BoardDocument.ts';
import { RecordReader } from '../records/RecordReader.ts';
import { updateShape } from '../records/writeShape.ts';

/** Facts that come into widgets together, once. */
export interface WidgetPatches {
  /** Names them: a second time under the same name changes nothing, whatever became of the facts meanwhile. */
  readonly placementId: string;
  /** The shapes they are for; one that is gone is passed over. */
  readonly shapeIds: readonly string[];
  /** The keys of a shape's meta to write, each with its new value. */
  readonly patchOf: (shape: TLShape) => Readonly<Record<string, string | null>>;
}

/** Writes facts into widgets key by key, in one transaction, so that what others change meanwhile stands. */
export function patchWidgets(doc: Y.Doc, schema: TLSchema, patches: WidgetPatches): void {
  const board = openBoard(doc);
  const key = `placed:${patches.placementId}`;
  if (board.meta.has(key)) return;
  const wanted = new Set(patches.shapeIds);
  const { put } = new RecordReader(board, schema).readAll();
  doc.transact(() => {
    for (const record of put) {
      if (record.typeName !== 'shape' || !wanted.has(record.id)) continue;
      const meta = { ...record.meta, ...patches.patchOf(record) };
      updateShape(board, record, { ...record, meta }, true);
    }
    board.meta.set(key, true);
  }, boardOrigins.launch);
}
