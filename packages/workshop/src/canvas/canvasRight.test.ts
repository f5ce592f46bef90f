import { expect, test } from 'vitest';
import { type Person, TestWorkshop } from '../testing/TestWorkshop.ts';

type Row = readonly [
  isLocked: boolean,
  isNotesOnly: boolean,
  isFacilitated: boolean,
  person: Person,
  right: string,
];

const rows: readonly Row[] = [
  [false, false, true, 'alice', 'edit'],
  [false, true, true, 'alice', 'notes'],
  [true, false, true, 'alice', 'read'],
  [true, true, true, 'alice', 'read'],
  [true, false, false, 'alice', 'notes'],
  [false, true, false, 'alice', 'notes'],
  [false, false, false, 'alice', 'edit'],
  [true, true, true, 'fay', 'edit'],
  [false, false, true, 'olga', 'read'],
  [true, false, false, 'olga', 'read'],
];

test.each(rows)('locked %s, notes only %s, facilitator here %s: %s may %s', (...row) => {
  const [isLocked, isNotesOnly, isFacilitated, person, right] = row;
  const workshop = new TestWorkshop();
  workshop.do('fay', { type: 'canvas.setLock', isLocked });
  workshop.do('fay', { type: 'canvas.setNotesOnly', isNotesOnly });
  workshop.setPresent('fay', isFacilitated);
  expect(workshop.view(person).canvas).toEqual({ isLocked, isNotesOnly, yourRight: right });
});
