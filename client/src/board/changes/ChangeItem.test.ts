import { compareBoards } from '@common-ground/board';
import { TestCanvas } from '@common-ground/board/testing';
import type { ParticipantId } from '@common-ground/protocol';
import { describe, expect, test } from 'vitest';
import { changeItems, countKinds } from './ChangeItem.ts';

const bob = 'bob' as ParticipantId;

describe('what people are told of a comparison', () => {
  test('a note that was rewritten, coloured and moved is one change with what changed about it', () => {
    const alice = new TestCanvas('alice');
    const note = alice.writes('Clean\nwater');
    const before = alice.records();
    alice.types(note).at(0, 'Very ');
    alice.recolours(note, 'blue');
    alice.moves(note).by(10, 0);
    expect(changeItems(compareBoards(before, alice.records()), [])).toMatchObject([
      {
        kind: 'changed',
        shapeId: note,
        words: 'Very Clean water',
        wordsBefore: 'Clean water',
        details: ['colour', 'text', 'place'],
      },
    ]);
  });

  test('an arrow is told of, not what holds it to its ends', () => {
    const alice = new TestCanvas('alice');
    const [from, to] = [alice.writes('a'), alice.writes('b')];
    const before = alice.records();
    const { arrow } = alice.connects(from, to);
    const items = changeItems(compareBoards(before, alice.records()), []);
    expect(items.map(({ id }) => id)).toEqual([arrow]);
    expect(countKinds(items)).toMatchObject({ added: 1, changed: 0 });
  });

  test('who removed it last stands beside what was removed', () => {
    const alice = new TestCanvas('alice');
    const note = alice.writes('a');
    const before = alice.records();
    alice.deletes(note);
    const removal = { shapeId: note, type: 'note', text: 'a' };
    const removals = [
      { ...removal, at: 9, by: bob },
      { ...removal, at: 5, by: null },
    ];
    const items = changeItems(compareBoards(before, alice.records()), removals);
    expect(items).toMatchObject([{ kind: 'removed', words: 'a', by: bob, at: 9 }]);
  });

  test('a cell of a widget changed its contents', () => {
    const alice = new TestCanvas('alice');
    const note = alice.writes('a');
    const before = alice.records();
    alice.changes(note, { meta: { 'c:r:k': 'A' } });
    expect(changeItems(compareBoards(before, alice.records()), [])).toMatchObject([
      { details: ['contents'], wordsBefore: null },
    ]);
  });
});
