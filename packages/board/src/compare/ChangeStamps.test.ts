import type { ParticipantId } from '@common-ground/protocol';
import type { TLShapeId } from '@tldraw/tlschema';
import { beforeEach, expect, test } from 'vitest';
import { HandTurnedFrames } from '../testing/HandTurnedFrames.ts';
import type { TestCanvas } from '../testing/TestCanvas.ts';
import { TestTable } from '../testing/TestTable.ts';
import { changedOf } from './attribution.ts';
import { ChangeStamps } from './ChangeStamps.ts';

let table: TestTable;
let alice: TestCanvas;
let bob: TestCanvas;
let frames: HandTurnedFrames;
let now: number;
let stamps: ChangeStamps;

/** Alice and Bob at a table; a day after the note was written, what Bob does is stamped. */
beforeEach(() => {
  table = new TestTable();
  alice = table.seats('alice');
  bob = table.seats('bob');
  frames = new HandTurnedFrames();
  now = 86_400_000;
  stamps = new ChangeStamps({ board: bob.board, by: () => 'bob' as ParticipantId, now: () => now, frames });
});

function writtenByAlice(): TLShapeId {
  const note = alice.writes('Clean water');
  alice.changes(note, { meta: { by: 'alice', at: 1 } });
  table.delivers();
  frames.turn();
  return note;
}

function lastChange(note: TLShapeId) {
  table.delivers();
  return changedOf(alice.sees(note)?.meta ?? {});
}

test('others’ edits are theirs', () => {
  const note = writtenByAlice();
  expect(lastChange(note)).toEqual({ by: 'alice', at: 1 });
});

test('an edit, a move and words get a stamp in the frame after', () => {
  for (const act of [
    (note: TLShapeId) => bob.recolours(note, 'blue'),
    (note: TLShapeId) => bob.moves(note).by(5, 5),
    (note: TLShapeId) => bob.types(note).at(0, 'Very '),
  ]) {
    const note = writtenByAlice();
    act(note);
    frames.turn();
    expect(lastChange(note)).toEqual({ by: 'bob', at: now });
  }
});

test('a drag of many frames leaves one stamp', () => {
  const note = writtenByAlice();
  let stamps = 0;
  bob.doc.on('update', () => (stamps += 1));
  for (let frame = 0; frame < 20; frame += 1) {
    bob.moves(note).by(1, 0);
    now += 16;
    frames.turn();
  }
  expect(stamps).toBe(21);
});

test('undo takes back the edit, in one step, and leaves the stamp', () => {
  const note = writtenByAlice();
  bob.recolours(note, 'blue');
  frames.turn();
  bob.looks();
  expect(bob.undo.depth()).toBe(1);
  bob.undo.undo();
  bob.looks();
  expect(bob.sees(note)?.props).toMatchObject({ color: 'yellow' });
  expect(lastChange(note)).toEqual({ by: 'bob', at: now });
});

test('what waits for its frame is stamped before the board is closed', () => {
  const note = writtenByAlice();
  bob.recolours(note, 'blue');
  stamps.dispose();
  expect(lastChange(note)).toEqual({ by: 'bob', at: now });
});

test('a note that was deleted meanwhile stays deleted', () => {
  const note = writtenByAlice();
  bob.recolours(note, 'blue');
  bob.deletes(note);
  frames.turn();
  table.delivers();
  expect(alice.sees(note)).toBeUndefined();
});
