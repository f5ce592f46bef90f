import { TestBoard } from '@common-ground/testkit';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';

test('a witness is told whose edit did what, though the edits are applied as one', async () => {
  const seen: string[] = [];
  let transactions = 0;
  const board = await TestBoard.open({
    witnessFor: (doc) => {
      const things = doc.getMap('things');
      doc.on('afterTransaction', () => {
        transactions += 1;
      });
      return {
        applied: (participantId, transaction) => {
          const keys = transaction.changed.get(things as Y.AbstractType<unknown> as never);
          seen.push(`${participantId}: ${[...(keys ?? [])].join(' ')}`);
        },
      };
    },
  });
  const alice = await board.connect('alice');
  const bob = await board.connect('bob');
  // The first edit after a pause goes at once; the next ones wait for each other.
  alice.doc.getMap('things').set('first', 1);
  alice.send();
  seen.length = 0;
  transactions = 0;
  alice.doc.getMap('things').set('a', 1);
  bob.doc.getMap('things').set('b', 1);
  await board.settle();
  expect(seen).toEqual(['alice: a', 'bob: a b']);
  expect(transactions).toBe(1);
  board.dispose();
});
