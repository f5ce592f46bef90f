import { toRichText, type TLRecord, type TLShape } from '@tldraw/tlschema';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapeOf, type ShapeSeed } from '../build/shapes.ts';
import { TestCanvas } from '../testing/TestCanvas.ts';
import { applyComparison } from './applyComparison.ts';
import { compareBoards } from './compareBoards.ts';
import { isUnchanged } from './Comparison.ts';
import { recordsArbitrary } from './testing/recordsArbitrary.ts';

/** What comparing tells of what Alice does on a board with one note. */
function whenAlice(act: (alice: TestCanvas, note: TLShape['id']) => void) {
  const alice = new TestCanvas('alice');
  const note = alice.writes('Clean water', { at: [100, 50] });
  const before = alice.records();
  act(alice, note);
  return compareBoards(before, alice.records());
}

function geo(w: number, words: string): TLRecord {
  const seed = { id: 'shape:geo', parentId: 'page:page', index: 'a1', x: 0, y: 0, meta: {} };
  return shapeOf(seed as unknown as ShapeSeed, 'geo', { w, h: 10, growY: 0, richText: toRichText(words) });
}

function byId(records: readonly TLRecord[]): TLRecord[] {
  return records.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

describe('comparing two states of a board', () => {
  test('a note that was written is added, by whom and when its meta says', () => {
    const { added, changed, moved, removed } = whenAlice((alice) => {
      const id = alice.writes('Safe streets');
      alice.changes(id, { meta: { by: 'alice', at: 1_000 } });
    });
    expect(added).toMatchObject([{ by: 'alice', at: 1_000 }]);
    expect([changed, moved, removed]).toEqual([[], [], []]);
  });

  test('a note in other words is changed, with the words before and after', () => {
    const { changed } = whenAlice((alice, note) => {
      alice.types(note).at(11, ' for all');
      alice.changes(note, { meta: { by: 'alice', at: 1, changedBy: 'bob', changedAt: 2 } });
    });
    expect(changed).toMatchObject([
      {
        parts: ['richText'],
        text: { before: 'Clean water', after: 'Clean water for all' },
        isMoved: false,
        by: 'bob',
        at: 2,
      },
    ]);
  });

  test('bold words are the same words', () => {
    const { changed } = whenAlice((alice, note) => alice.marks(note, 'bold', 0, 5));
    expect(changed).toMatchObject([{ parts: ['richText'], text: null }]);
  });

  test('a note in another colour and place is changed, and moved besides', () => {
    const { changed, moved } = whenAlice((alice, note) => {
      alice.recolours(note, 'blue');
      alice.moves(note).by(10, 0);
    });
    expect(changed).toMatchObject([{ parts: ['color'], text: null, isMoved: true }]);
    expect(moved).toEqual([]);
  });

  test.each([
    ['somewhere else', (alice: TestCanvas, note: TLShape['id']) => alice.moves(note).by(0, 3)],
    ['turned', (alice: TestCanvas, note: TLShape['id']) => alice.turns(note, 0.5)],
    ['in a frame', (alice: TestCanvas, note: TLShape['id']) => alice.drops(note, alice.drawsFrame())],
  ])('a note that stands %s is moved', (_where, act) => {
    const { moved, changed } = whenAlice(act);
    expect(moved).toHaveLength(1);
    expect(changed).toEqual([]);
  });

  test('less than is kept of a position is no move', () => {
    const comparison = whenAlice((alice, note) => alice.moves(note).by(0.004, -0.004));
    expect(isUnchanged(comparison)).toBe(true);
  });

  test('what tldraw computes of a text is nobody’s change, nor is who touched it', () => {
    const comparison = whenAlice((alice, note) => {
      alice.changesProps(note, { growY: 40, fontSizeAdjustment: 12 });
      alice.changes(note, { meta: { changedBy: 'alice', changedAt: 3 } });
    });
    expect(isUnchanged(comparison)).toBe(true);
    expect(comparison.silent).toHaveLength(1);
  });

  test('a shape that somebody makes wider is changed, unless it grew with its label', () => {
    expect(compareBoards([geo(10, 'a')], [geo(20, 'a')]).changed).toMatchObject([{ parts: ['w'] }]);
    expect(compareBoards([geo(10, 'a')], [geo(20, 'ab')]).changed).toMatchObject([{ parts: ['richText'] }]);
  });

  test('each cell of a widget is a part of its own', () => {
    const { changed } = whenAlice((alice, note) =>
      alice.changes(note, { meta: { 'c:r1:k1': 'A', by: 'alice' } }),
    );
    expect(changed).toMatchObject([{ parts: ['meta.c:r1:k1'] }]);
  });

  test('what was deleted is removed, as it was last', () => {
    const { removed } = whenAlice((alice, note) => alice.deletes(note));
    expect(removed).toMatchObject([{ type: 'note', x: 100, y: 50 }]);
  });

  test('applied to the first state, the comparison gives the second', () => {
    fc.assert(
      fc.property(recordsArbitrary, recordsArbitrary, (before, after) => {
        const comparison = compareBoards(before, after);
        expect(byId(applyComparison(before, comparison))).toEqual(byId(after));
      }),
    );
  });

  test('nothing is in two lists, and a state compared with itself is unchanged', () => {
    fc.assert(
      fc.property(recordsArbitrary, recordsArbitrary, (before, after) => {
        const { added, changed, moved, removed, silent } = compareBoards(before, after);
        const ids = [
          ...added.map(({ record }) => record.id),
          ...[...changed, ...moved, ...silent].map((entry) => entry.after.id),
          ...removed.map(({ id }) => id),
        ];
        expect(new Set(ids).size).toBe(ids.length);
        const same = compareBoards(after, JSON.parse(JSON.stringify(after)) as TLRecord[]);
        expect(isUnchanged(same)).toBe(true);
        expect(same.silent).toEqual([]);
      }),
    );
  });

  test('what is silent is invisible: a state with it applied compares as unchanged', () => {
    fc.assert(
      fc.property(recordsArbitrary, recordsArbitrary, (before, after) => {
        const { silent } = compareBoards(before, after);
        const only = { added: [], changed: [], moved: [], removed: [], silent };
        expect(isUnchanged(compareBoards(before, applyComparison(before, only)))).toBe(true);
      }),
    );
  });
});
