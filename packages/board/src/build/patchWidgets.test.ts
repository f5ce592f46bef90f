import type { CommandId } from '@common-ground/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { openBoard } from '../document/BoardDocument.ts';
import { RecordReader } from '../records/RecordReader.ts';
import { createBoardSchema } from '../schema/boardSchema.ts';
import { applyLayout } from './applyLayout.ts';
import { patchWidgets } from './patchWidgets.ts';
import { startBoard } from './startBoard.ts';

const schema = createBoardSchema([{ type: 'matrix', props: { w: z.number(), h: z.number() } }]);

/** A board with one matrix, whose meta says that a cell is R. */
function boardWithMatrix() {
  const doc = new Y.Doc();
  startBoard(doc, schema);
  const at = { x: 0, y: 0, w: 100, h: 100 };
  const props = { w: 100, h: 100 };
  const item = { kind: 'widget', key: 'm', type: 'matrix', props, meta: { cell: 'R' }, ...at } as const;
  const about = { commandId: 'c' as CommandId, templateId: 'raci', options: {}, partnerIds: [], at: 1 };
  applyLayout(doc, { w: 100, h: 100, items: [item] }, about);
  const meta = () => {
    const { put } = new RecordReader(openBoard(doc), schema).readAll();
    return put.find((record) => record.typeName === 'shape' && record.type === 'matrix');
  };
  return { doc, meta };
}

test('facts come into a widget once, and leave its others as they are', () => {
  const { doc, meta } = boardWithMatrix();
  const id = meta()?.id ?? '';
  const patches = { placementId: 'p', shapeIds: [id, 'shape:gone'], patchOf: () => ({ view: 'A' }) };
  patchWidgets(doc, schema, patches);
  expect(meta()?.meta).toMatchObject({ cell: 'R', view: 'A' });
  patchWidgets(doc, schema, { ...patches, patchOf: () => ({ view: 'C' }) });
  expect(meta()?.meta).toMatchObject({ view: 'A' });
});

test('facts for one shape do not touch another', () => {
  const { doc, meta } = boardWithMatrix();
  patchWidgets(doc, schema, { placementId: 'p', shapeIds: [], patchOf: () => ({ view: 'A' }) });
  expect(meta()?.meta).not.toHaveProperty('view');
});
