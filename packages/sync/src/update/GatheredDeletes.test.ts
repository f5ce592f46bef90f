import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { GatheredDeletes } from './GatheredDeletes.ts';

test('what was gathered is one update with the ranges in order, and those that touch as one', () => {
  const deletes = new GatheredDeletes();
  for (const [client, clock, length] of [
    [7, 4, 2],
    [9, 0, 1],
    [7, 0, 3],
    [7, 3, 1],
    [7, 8, 5],
    [7, 9, 1],
  ] as const)
    deletes.add(client, clock, length);
  const update = deletes.takeUpdate();
  expect(update && Y.decodeUpdate(update)).toEqual({
    structs: [],
    ds: {
      clients: new Map([
        [
          7,
          [
            { clock: 0, len: 6 },
            { clock: 8, len: 5 },
          ],
        ],
        [9, [{ clock: 0, len: 1 }]],
      ]),
    },
  });
});

test('nothing gathered is no update, nor what was taken or dropped before', () => {
  const deletes = new GatheredDeletes();
  expect(deletes.takeUpdate()).toBeNull();
  deletes.add(1, 0, 1);
  expect(deletes.takeUpdate()).not.toBeNull();
  expect(deletes.takeUpdate()).toBeNull();
  deletes.add(1, 0, 1);
  deletes.clear();
  expect(deletes.takeUpdate()).toBeNull();
});
