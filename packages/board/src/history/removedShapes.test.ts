import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { openBoard } from '../document/BoardDocument.ts';
import { TestTable } from '../testing/TestTable.ts';
import { removedShapes, type RemovedShape } from './removedShapes.ts';

/** A table, and what the server sees go. */
function watched() {
  const table = new TestTable();
  const gone: RemovedShape[] = [];
  table.server.on('afterTransaction', (transaction: Y.Transaction) => {
    gone.push(...removedShapes(openBoard(table.server), transaction));
  });
  return { table, alice: table.seats('alice'), gone };
}

test('tells type and words of what a transaction removed, as they were last', () => {
  const { table, alice, gone } = watched();
  const note = alice.writes('Clean water\nfor all');
  const frame = alice.drawsFrame();
  table.delivers();
  alice.types(note).at(5, ' cold');
  alice.erases(note, 0, 1);
  alice.changesProps(frame, { name: 'Ideas' });
  table.delivers();
  expect(gone).toEqual([]);
  alice.inOneFrame(() => alice.store.remove([note, frame]));
  table.delivers();
  expect(gone).toHaveLength(2);
  expect(gone).toContainEqual({ id: note, type: 'note', text: 'lean cold water\nfor all' });
  expect(gone).toContainEqual({ id: frame, type: 'frame', text: 'Ideas' });
});

test('what came and went before anybody saw it was never there', () => {
  const { table, alice, gone } = watched();
  const note = alice.writes('Never mind');
  alice.deletes(note);
  table.delivers();
  expect(gone).toEqual([]);
});

test('a shape that comes back and goes again is told of again', () => {
  const { table, alice, gone } = watched();
  const note = alice.writes('Twice');
  table.delivers();
  const shape = alice.sees(note);
  if (shape === undefined) throw new Error('Alice does not see her note.');
  for (let times = 0; times < 2; times += 1) {
    alice.puts(shape);
    table.delivers();
    alice.deletes(note);
    table.delivers();
  }
  expect(gone.map(({ text }) => text)).toEqual(['Twice', 'Twice']);
});
