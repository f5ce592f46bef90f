import type { TLRecord, TLShapeId } from '@tldraw/tlschema';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openBoard } from '../document/BoardDocument.ts';
import { createBoardSchema } from '../schema/boardSchema.ts';
import type { TestCanvas } from '../testing/TestCanvas.ts';
import { TestTable } from '../testing/TestTable.ts';
import { parseCanvasContent, type CanvasContent } from './CanvasContent.ts';
import { readCanvas } from './readCanvas.ts';
import { restoreCanvas } from './restoreCanvas.ts';
import { upToDate } from './upToDate.ts';

const schema = createBoardSchema([]);

/** As it comes back from where it is kept. */
function kept(content: CanvasContent): CanvasContent {
  const parsed = parseCanvasContent(JSON.parse(JSON.stringify(content)));
  if (!parsed.ok) throw new Error(parsed.error);
  const current = upToDate(parsed.value, schema);
  if (!current.ok) throw new Error(current.error);
  return current.value;
}

function byId(records: readonly TLRecord[]): readonly TLRecord[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Things people do on a board; the number says on which of the shapes that are there. */
const acts = fc.array(
  fc.tuple(
    fc.constantFrom(
      'write',
      'frame',
      'move',
      'type',
      'erase',
      'recolour',
      'drop',
      'group',
      'connect',
      'delete',
      'page',
    ),
    fc.nat(20),
  ),
  { maxLength: 12 },
);
type Acts = typeof acts extends fc.Arbitrary<infer T> ? T : never;

function does(canvas: TestCanvas, list: Acts): void {
  for (const [act, number] of list) {
    const shapes = canvas.shapes();
    const shape = shapes[number % Math.max(1, shapes.length)];
    const other = shapes[(number + 1) % Math.max(1, shapes.length)];
    if (act === 'write' || shape === undefined) canvas.writes(`note ${number}`, { at: [number, 0] });
    else if (act === 'frame') canvas.drawsFrame({ at: [number, number] });
    else if (act === 'page') canvas.addsPage(`Page ${number}`);
    else if (act === 'delete') canvas.deletes(shape.id);
    else if (act === 'move') canvas.moves(shape.id).by(number, 0.004);
    else if (act === 'connect' && other !== undefined) canvas.connects(shape.id, other.id);
    else if (act === 'group' && other !== undefined && other.parentId === shape.parentId && other !== shape)
      canvas.groups([shape.id, other.id]);
    else if (shape.type === 'note') changes(canvas, act, number, shape.id);
    canvas.looks();
  }
}

function changes(canvas: TestCanvas, act: string, number: number, id: TLShapeId): void {
  const frame = canvas.shapes().find(({ type }) => type === 'frame');
  if (act === 'type') canvas.types(id).at(number % 3, 'abc ');
  else if (act === 'erase') canvas.erases(id, 0, 2);
  else if (act === 'recolour') canvas.recolours(id, number % 2 === 0 ? 'blue' : 'red');
  else if (act === 'drop' && frame !== undefined) canvas.drops(id, frame.id);
}

describe('restoreCanvas', () => {
  test('gives the same records again, whatever became of the board', () => {
    fc.assert(
      fc.property(acts, acts, (first, second) => {
        const table = new TestTable(schema);
        const alice = table.seats('alice');
        does(alice, first);
        table.delivers();
        const before = readCanvas(table.server, schema);
        does(alice, second);
        table.delivers();
        restoreCanvas(table.server, kept(before));
        expect(byId(readCanvas(table.server, schema).records)).toEqual(byId(before.records));
        table.delivers();
        expect(byId(alice.records())).toEqual(byId(before.records));
      }),
      { numRuns: 40 },
    );
  });

  test('touches nothing that is as it was', () => {
    const table = new TestTable(schema);
    const alice = table.seats('alice');
    const note = alice.writes('Clean water');
    alice.writes('Stays');
    table.delivers();
    const before = readCanvas(table.server, schema);
    alice.types(note).at(5, ' cold');
    table.delivers();
    const update = captured(table.server, () => restoreCanvas(table.server, kept(before)));
    expect(update.length).toBeLessThan(60);
    expect(captured(table.server, () => restoreCanvas(table.server, kept(before)))).toHaveLength(0);
  });

  test('keeps what others write after it, and merges what they write at the same time', () => {
    const table = new TestTable(schema);
    const [alice, bob] = [table.seats('alice'), table.seats('bob')];
    const note = alice.writes('Clean water');
    table.delivers();
    const before = readCanvas(table.server, schema);
    alice.types(note).at(0, 'Very ');
    table.delivers();
    table.takesOffline(bob);
    bob.types(note).at(16, ' for all');
    restoreCanvas(table.server, kept(before));
    table.delivers();
    table.bringsBack(bob);
    table.delivers();
    expect(alice.reads(note)).toBe('Clean water for all');
    expect(bob.reads(note)).toBe('Clean water for all');
    bob.types(note).at(0, 'More: ');
    table.delivers();
    expect(alice.reads(note)).toBe('More: Clean water for all');
  });

  test('an offline browser cannot bring back what a restore took away', () => {
    const table = new TestTable(schema);
    const [alice, bob] = [table.seats('alice'), table.seats('bob')];
    const before = readCanvas(table.server, schema);
    const note = alice.writes('Came later');
    table.delivers();
    table.takesOffline(bob);
    bob.moves(note).to(400, 400);
    bob.types(note).at(0, 'It ');
    const own = bob.writes('Written offline');
    restoreCanvas(table.server, kept(before));
    table.delivers();
    table.bringsBack(bob);
    table.delivers();
    for (const canvas of [alice, bob]) {
      expect(canvas.sees(note)).toBeUndefined();
      expect(canvas.reads(own)).toBe('Written offline');
    }
    expect(byId(alice.records())).toEqual(byId(bob.records()));
  });

  test('brings a deleted frame back with what was in it, under the same ids', () => {
    const table = new TestTable(schema);
    const alice = table.seats('alice');
    const frame = alice.drawsFrame({ at: [10, 10] });
    const note = alice.writes('Inside', { in: frame, at: [20, 20] });
    table.delivers();
    const before = readCanvas(table.server, schema);
    alice.deletes(frame);
    table.delivers();
    restoreCanvas(table.server, kept(before));
    table.delivers();
    expect(alice.reads(note)).toBe('Inside');
    expect(alice.sees(note)?.parentId).toBe(frame);
  });

  test('keeps what nobody was shown', () => {
    const table = new TestTable(schema);
    const { shapes } = openBoard(table.server);
    const odd = new Y.Map<unknown>([['b', { type: 'of-the-future', props: {}, meta: {} }]]);
    shapes.set('shape:odd', odd);
    const before = readCanvas(table.server, schema);
    expect(before.setAside).toHaveLength(1);
    shapes.delete('shape:odd');
    restoreCanvas(table.server, kept(before));
    expect(shapes.has('shape:odd')).toBe(true);
  });
});

test('a canvas of a later program is refused, and one of another form', () => {
  const content = readCanvas(new TestTable(schema).server, schema);
  const sequences = { ...(content.schema as { sequences: object }).sequences, 'com.tldraw.shape.new': 1 };
  const later = { ...content, schema: { schemaVersion: 2, sequences } } as CanvasContent;
  expect(upToDate(later, schema)).toEqual({ ok: false, error: 'newer-schema' });
  expect(parseCanvasContent({ ...content, format: 2 }).ok).toBe(false);
  expect(parseCanvasContent({ ...content, launches: { schema: 1 } }).ok).toBe(false);
});

/** All that happens to the document meanwhile, as updates one behind the other. */
function captured(doc: Y.Doc, work: () => void): Uint8Array {
  const updates: Uint8Array[] = [];
  const take = (update: Uint8Array) => updates.push(update);
  doc.on('update', take);
  work();
  doc.off('update', take);
  return updates.length === 0 ? new Uint8Array() : Y.mergeUpdates(updates);
}
