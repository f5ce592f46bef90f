import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partnersNamed, roundOf, TestBoard } from '../testing/TestBoard.ts';
import { alignmentOf } from './alignment.ts';
import { visionAlignment } from './index.ts';

const board = () => new TestBoard(visionAlignment);

describe('objectives', () => {
  it.each([
    ['Plant 500 trees by March 2027', []],
    ['Plant 500 trees', ['objective-without-date']],
    ['Plant many trees by 31.3.2027', ['objective-without-measure']],
    ['Plant many trees', ['objective-without-measure', 'objective-without-date']],
    ['Half of all schools take part until Q3 2027', []],
    ['We may open a second site', ['objective-without-measure', 'objective-without-date']],
    ['Drei Werkstätten bis 15. März', ['objective-without-measure']],
    ['30 % weniger Abfall bis Ende Dezember', []],
    ['In 2027', ['objective-without-measure']],
  ])('“%s”', (text, expected) => {
    const { note, codes } = bound(board());
    note('objectives', text);
    expect(codes()).toEqual(expected);
  });

  it('are too many from the sixth on, whatever they say', () => {
    const many = board();
    const add = () => many.note('objectives', 'Plant 500 trees by 2027');
    for (let count = 0; count < 5; count += 1) add();
    expect(many.codes()).toEqual([]);
    const sixth = add();
    expect(many.codes()).toEqual(['many-objectives']);
    many.remove(sixth);
    expect(many.codes()).toEqual([]);
  });

  it('an empty note is none', () => {
    const many = board();
    many.note('objectives', '  \n ');
    expect(many.codes()).toEqual([]);
  });
});

describe('lanes', () => {
  it('are missed once one of them has been written in, until each has a note', () => {
    const lanes = board();
    expect(lanes.codes()).toEqual([]);
    lanes.note('brings:harbour', 'Ships');
    expect(lanes.codes()).toEqual(['empty-brings', 'empty-needs', 'empty-needs']);
    expect(lanes.sentences('empty-brings')).toEqual(['City has not written what it brings.']);
    lanes.note('brings:city', 'Land');
    lanes.note('needs:harbour', 'Workers');
    expect(lanes.codes()).toEqual(['empty-needs']);
    lanes.note('needs:city', 'Jobs');
    expect(lanes.codes()).toEqual([]);
  });
});

describe('a statement', () => {
  it.each([
    ['aligned', { harbour: 4, city: 4 }, undefined],
    ['aligned', { harbour: 5, city: 4 }, undefined],
    ['forming', { harbour: 5, city: 3.999 }, undefined],
    ['forming', { harbour: 5, city: 3.5 }, undefined],
    ['forming', { harbour: 3, city: 3 }, undefined],
    ['forming', { harbour: 4.99, city: 3 }, undefined],
    ['contested', { harbour: 5, city: 3 }, undefined],
    ['contested', { harbour: 1, city: 3 }, undefined],
    ['forming', { harbour: 5 }, undefined],
    ['forming', { harbour: 5, city: 5 }, { harbour: 4, city: 3 }],
    ['contested', { harbour: 5, city: 5 }, { harbour: 5, city: 2 }],
    ['aligned', { harbour: 5, city: 5, none: 4 }, undefined],
    ['forming', { harbour: 5, city: 5, none: 3.5 }, undefined],
  ])('is %s with %j and %j', (expected, clear, commit) => {
    const one = rated(clear, commit ?? clear);
    expect(alignmentOf(one.state())).toMatchObject([{ alignment: expected }]);
    expect(one.codes()).toEqual(expected === 'contested' ? ['contested'] : []);
  });

  it('that is contested says how far partners are apart, and is forgotten when its note goes', () => {
    const one = rated({ harbour: 5, city: 5 }, { harbour: 5, city: 2.5 });
    expect(one.sentences('contested')).toEqual(['Partners are 2.5 points apart on “A green harbour”.']);
    one.remove('shape:note1');
    expect(one.codes()).toEqual([]);
  });

  it('is not judged where answers are not shown by partner', () => {
    const one = rated({ harbour: 5, city: 1 });
    const [round] = one.workshop.rounds;
    if (round?.tally.kind !== 'ratings') throw new Error('No ratings.');
    const ratings = round.tally.ratings.map((rating) => ({ ...rating, byPartner: [] }));
    one.publish({ rounds: [{ ...round, tally: { ...round.tally, ratings } }] });
    expect(alignmentOf(one.state())).toMatchObject([{ alignment: 'forming' }]);
  });

  it('shows what moved between the first and the last check of a run', () => {
    const one = board();
    const itemId = one.note('vision', 'A green harbour');
    const check = (stepKey: string, harbour: number, city: number, run: number, at: number) =>
      roundOf(stepKey, [{ itemId, question: 'clear', means: { harbour, city } }], run, at);
    one.publish({
      rounds: [check('check', 1, 1, 1, 1), check('check', 5, 2, 2, 2), check('recheck', 5, 4, 2, 3)],
    });
    const [statement] = alignmentOf(one.state());
    expect(statement).toMatchObject({ before: 'contested', alignment: 'aligned' });
    expect(statement?.questions).toMatchObject([{ mean: 4.5, gap: 1, movement: 1 }]);
  });

  it('is aligned or contested exactly as the numbers say, whoever the partners are', () => {
    const means = fc.array(
      fc.integer({ min: 2, max: 10 }).map((value) => value / 2),
      { minLength: 2, maxLength: 4 },
    );
    fc.assert(
      fc.property(means, (values) => {
        const partners = partnersNamed(...values.map((_, index) => `P${index}`));
        const one = new TestBoard(visionAlignment, partners);
        const itemId = one.note('objectives', '5 by 2027');
        const own = Object.fromEntries(partners.map(({ id }, index) => [id, values[index] ?? 0]));
        one.publish({ rounds: [roundOf('check', [{ itemId, question: 'commit', means: own }])] });
        const gap = Math.max(...values) - Math.min(...values);
        const isAligned = gap <= 1 && Math.min(...values) >= 4;
        const [statement] = alignmentOf(one.state());
        const expected = gap >= 2 ? 'contested' : isAligned ? 'aligned' : 'forming';
        expect(statement?.alignment).toBe(expected);
        expect(one.codes()).toEqual(gap >= 2 ? ['contested'] : []);
      }),
    );
  });
});

function bound(one: TestBoard) {
  return { note: one.note.bind(one), codes: one.codes.bind(one) };
}

/** A board whose vision is rated, by partner. */
function rated(clear: Record<string, number>, commit: Record<string, number> = clear): TestBoard {
  const one = board();
  const itemId = one.note('vision', 'A green harbour');
  const ratings = [
    { itemId, question: 'clear', means: clear },
    { itemId, question: 'commit', means: commit },
  ];
  return one.publish({ rounds: [roundOf('check', ratings)] });
}
