import type { PartnerId } from '@common-ground/protocol';
import type { DotsTally } from '@common-ground/workshop';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsFor } from '../report/boardReport.ts';
import type { PublishedRound } from '../state/PublishedWorkshop.ts';
import { actionOf, roundOf, TestBoard, testNow } from '../testing/TestBoard.ts';
import { retrospective } from './index.ts';
import { votedTopics } from './topics.ts';
import { trendOf } from './trends.ts';

const harbour = 'harbour' as PartnerId;
const city = 'city' as PartnerId;
const board = () => new TestBoard(retrospective);
const run = {
  run: 2,
  title: 'Looking back',
  templateId: 'retrospective',
  steps: [],
  currentKey: null,
  startedAt: 0,
  endedAt: null,
};

describe('actions', () => {
  const whole = { owner: 'Alice', due: '2026-12-01' };

  it.each([
    ['whole', whole, []],
    ['without owner', { ...whole, owner: null }, ['action-without-owner']],
    ['without day', { ...whole, due: null }, ['action-without-due']],
    ['with neither', {}, ['action-without-owner', 'action-without-due']],
    ['done', { status: 'done' }, []],
    ['dropped', { status: 'dropped' }, []],
  ] as const)('%s', (_name, more, expected) => {
    expect(
      board()
        .publish({ actions: [actionOf('a', more)] })
        .codes(),
    ).toEqual(expected);
  });

  it('that are only a note are nobody’s until somebody takes or names them', () => {
    const said = board().person('Alice', 'Harbour');
    said.note('actions', 'Alice books the hall');
    const note = said.note('actions', 'Book a room');
    expect(said.codes()).toEqual(['action-without-owner']);
    expect(said.publish({ actions: [actionOf('a', { ...whole, aboutId: note })] }).codes()).toEqual([]);
  });

  it('are too many from the sixth open one on', () => {
    const actions = Array.from({ length: 6 }, (_, index) => actionOf(`a${index}`, whole));
    expect(board().publish({ actions }).codes()).toEqual(['many-actions']);
    expect(
      board()
        .publish({ actions: actions.slice(1) })
        .codes(),
    ).toEqual([]);
    const [first = actionOf('a0'), ...others] = actions;
    expect(
      board()
        .publish({ actions: [{ ...first, status: 'done' }, ...others] })
        .codes(),
    ).toEqual([]);
  });

  it.each([
    ['a single one', [harbour], []],
    ['two of one partner', [harbour, harbour], ['one-partner-owns-all']],
    ['two of two partners', [harbour, city], []],
    ['one of nobody known', [harbour, null], []],
    ['two of nobody known', [null, null], []],
  ])('that all lie with one partner: %s', (_name, owners, expected) => {
    const actions = owners.map((partnerId, index) => actionOf(`a${index}`, { ...whole, partnerId }));
    expect(board().publish({ actions }).codes()).toEqual(expected);
  });

  it('have a finding exactly as long as its cause is there, in any order', () => {
    const action = fc.record({
      owner: fc.constantFrom(null, 'Alice'),
      due: fc.constantFrom(null, '2026-12-01'),
      partnerId: fc.constantFrom(null, harbour, city),
      status: fc.constantFrom('open', 'done', 'dropped' as const),
    });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 8 }), (list) => {
        const actions = list.map((more, index) => actionOf(`a${index}`, more as never));
        const codes = board().publish({ actions }).codes();
        const open = actions.filter(({ status }) => status === 'open');
        const count = (code: string) => codes.filter((one) => one === code).length;
        expect(count('action-without-owner')).toBe(open.filter(({ owner }) => owner === null).length);
        expect(count('action-without-due')).toBe(open.filter(({ due }) => due === null).length);
        expect(count('many-actions')).toBe(open.length > 5 ? 1 : 0);
        const owners = new Set(open.map(({ partnerId }) => partnerId));
        expect(count('one-partner-owns-all')).toBe(
          open.length > 1 && owners.size === 1 && !owners.has(null) ? 1 : 0,
        );
        expect(board().publish({ actions: actions.toReversed() }).codes()).toEqual(codes);
      }),
    );
  });
});

describe('a silent partner', () => {
  const reveal = { stepKey: 'gather', all: true, partnerId: null, silentPartnerIds: [city] };

  it('is told of after the reveal, until it writes something', () => {
    const one = board()
      .person('Carol', 'City')
      .publish({ reveals: [reveal] });
    expect(one.sentences('silent-partner')).toEqual(['City has not written anything.']);
    one.note('start', 'Meet earlier', { meta: { by: 'carol' } });
    expect(one.codes()).toEqual([]);
  });

  it('is told of where everything was written openly, if somebody of it is here', () => {
    const one = board().person('Alice', 'Harbour').person('Carol', 'City');
    expect(one.codes()).toEqual([]);
    one.note('start', 'Meet earlier', { meta: { by: 'alice' } });
    expect(one.codes()).toEqual(['silent-partner']);
    one.people = one.people.filter(({ name }) => name !== 'Carol');
    expect(one.codes()).toEqual([]);
  });

  it('is not guessed at while a note is of nobody known', () => {
    const one = board().person('Alice', 'Harbour').person('Carol', 'City');
    one.note('start', 'Meet earlier', { meta: { by: 'alice' } });
    one.note('stop', 'Long calls');
    expect(one.codes()).toEqual([]);
  });
});

describe('safety', () => {
  it.each([
    [2.9, ['low-safety']],
    [3, []],
    [4, []],
  ])('with a mean of %d', (mean, expected) => {
    const one = board().publish({ run, rounds: rounds(mean) });
    expect(one.codes()).toEqual(expected);
  });

  it('is told to facilitators alone, and in no report', () => {
    const one = board().publish({ run, rounds: rounds(2) });
    expect(findingsFor(one.findings(), true)).toHaveLength(1);
    expect(findingsFor(one.findings(), false)).toEqual([]);
    expect(JSON.stringify(retrospective.report(one.state()))).not.toContain('safe to speak openly today: 2');
  });

  it('of an earlier retrospective is past', () => {
    expect(
      board()
        .publish({ run, rounds: rounds(2, 1) })
        .codes(),
    ).toEqual([]);
  });
});

describe('how safe it was on the board before', () => {
  it('is not told of this one before it was asked again', () => {
    const carried = board().publish({ run: { ...run, isCarried: true }, rounds: rounds(1) });
    expect(carried.codes()).toEqual([]);
    const asked = board().publish({ run, rounds: rounds(1) });
    expect(asked.codes()).toEqual(['low-safety']);
  });
});

describe('the series', () => {
  it('has the last answer of each retrospective, oldest first; what was too few to show is missing', () => {
    const unshown = roundOf('close', [{ question: 'roti', means: { none: 1 } }], 2, 30);
    if (unshown.tally.kind !== 'ratings') throw new Error('No ratings.');
    const [rating] = unshown.tally.ratings;
    if (rating === undefined) throw new Error('No rating.');
    const one = board().publish({
      rounds: [
        roundOf('close', [{ question: 'roti', means: { none: 2 } }], 1, 10),
        roundOf('close', [{ question: 'roti', means: { none: 3 } }], 1, 20),
        { ...unshown, tally: { ...unshown.tally, ratings: [{ ...rating, mean: null }] } },
        roundOf('close', [{ question: 'roti', means: { none: 4.5 } }], 3, 40),
      ],
    });
    expect(trendOf(one.state(), 'roti')).toEqual([
      { run: 1, closedAt: 20, mean: 3, answers: 1 },
      { run: 3, closedAt: 40, mean: 4.5, answers: 1 },
    ]);
    expect(trendOf(one.state(), 'safety')).toEqual([]);
  });
});

describe('topics', () => {
  it('stand in the order of their votes, equal ones as they were put to the vote, with the notes of a cluster', () => {
    const one = board();
    const cluster = one.cluster('start', 'Meetings');
    one.note('start', 'Start on time', { holder: cluster });
    one.note('start', 'Send an agenda', { holder: cluster });
    const single = one.note('stop', 'Long calls');
    const items = [
      { itemId: single, label: 'Long calls' },
      { itemId: 'shape:gone', label: 'Something that is gone' },
      { itemId: cluster, label: 'Meetings' },
    ];
    const tally: DotsTally = {
      kind: 'dots',
      voters: 3,
      isSuppressed: false,
      items: [counted(single, 2, 1), counted('shape:gone', 2, 1), counted(cluster, 1, 5)],
    };
    one.publish({ rounds: [{ run: 1, stepKey: 'vote', items, tally, closedAt: testNow }] });
    expect(votedTopics(one.state())).toMatchObject([
      { label: 'Meetings', rank: 1, dots: 5, texts: ['Start on time', 'Send an agenda'] },
      { label: 'Long calls', rank: 2, dots: 1, texts: ['Long calls'] },
      { label: 'Something that is gone', rank: 2, dots: 1, texts: [] },
    ]);
  });
});

function rounds(mean: number, ofRun = 2): PublishedRound[] {
  return [roundOf('checkin', [{ question: 'safety', means: { none: mean } }], ofRun)];
}

function counted(itemId: string, rank: number, dots: number): DotsTally['items'][number] {
  return { itemId, rank, dots, score: dots, byPartner: [] };
}
