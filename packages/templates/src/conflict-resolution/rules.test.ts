import type { ParticipantId, PartnerId } from '@common-ground/protocol';
import type { Agreement, Signature } from '@common-ground/workshop';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionOf, roundOf, TestBoard, testNow } from '../testing/TestBoard.ts';
import { conflictResolution } from './index.ts';
import { weighingOf } from './weighing.ts';

const harbour = 'harbour' as PartnerId;
const city = 'city' as PartnerId;
const board = () => new TestBoard(conflictResolution);

describe('options', () => {
  it('stand in the order of the least happy party, then of the sum', () => {
    const one = weigh([2, -2], [1, 0], [0, 2], [-1, -1], [0, 0]);
    expect(weighingOf(one.state()).options.map(({ lowest, note, sum }) => [note.text, lowest, sum])).toEqual([
      ['Option 3', 0, 2],
      ['Option 2', 0, 1],
      ['Option 5', 0, 0],
      ['Option 4', -1, -2],
      ['Option 1', -2, 0],
    ]);
    expect(one.codes()).toEqual(['workable-for-all']);
    expect(one.sentences('workable-for-all')).toEqual([
      'Workable for all: “Option 3”, “Option 2”, “Option 5”.',
    ]);
  });

  it('of which none is workable for all leave the nearest, all of them', () => {
    const one = weigh([2, -2], [2, -1], [-1, 2]);
    expect(one.codes()).toEqual(['none-workable']);
    expect(one.sentences('none-workable')).toEqual([
      'No option is workable for all yet. Nearest: “Option 2”, “Option 3”.',
    ]);
  });

  it('that a party has not rated are not workable for all', () => {
    expect(weigh([2, null]).codes()).toEqual(['none-workable']);
  });

  it('are for the parties to weigh: what somebody without a party says stands beside it, and decides nothing', () => {
    const one = written(board());
    const means = { harbour: 1, city: 0, none: -2 };
    one.publish({
      rounds: [roundOf('weigh', [{ itemId: one.note('options', 'A ferry'), question: 'support', means }])],
    });
    expect(weighingOf(one.state()).options).toMatchObject([{ lowest: 0, sum: 1, isWorkable: true }]);
    expect(weighingOf(one.state()).options[0]?.byPartner).toHaveLength(3);
  });

  it('that are gone from the board count no more', () => {
    const one = weigh([0, 0], [-1, 2]);
    one.remove('shape:note3');
    expect(one.codes()).toEqual(['none-workable']);
  });

  it('are best first for the least happy party whatever the ratings', () => {
    const pair = fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 6 }), (means) => {
        const one = weigh(...means);
        const { nearest, options, workable } = weighingOf(one.state());
        const keys = options.map(({ lowest, sum }) => lowest * 100 + sum);
        expect(keys).toEqual(keys.toSorted((a, b) => b - a));
        expect(workable).toHaveLength(means.filter(([a, b]) => a >= 0 && b >= 0).length);
        expect(nearest.length > 0).toBe(workable.length === 0);
        const best = Math.max(...means.map(([a, b]) => Math.min(a, b)));
        expect(nearest.every(({ lowest }) => lowest === best)).toBe(true);
      }),
    );
  });
});

describe('an agreement', () => {
  it('is unsigned until every party has signed', () => {
    const one = board();
    expect(one.publish({ agreements: [agreementOf()] }).sentences('agreement-unsigned')).toEqual([
      '“Night traffic” is not signed by Harbour, City.',
    ]);
    one.publish({ agreements: [agreementOf({ signatures: [sign(harbour)] })] });
    expect(one.sentences('agreement-unsigned')).toEqual(['“Night traffic” is not signed by City.']);
    one.publish({ agreements: [agreementOf({ signatures: [sign(city), sign(harbour)] })] });
    expect(one.codes()).toEqual([]);
  });

  it('whose signatures an edit voided says so, until every party has signed again', () => {
    const voided = { version: 2, voidedCount: 2 };
    expect(
      board()
        .publish({ agreements: [agreementOf(voided)] })
        .codes(),
    ).toEqual(['signatures-void']);
    const again = agreementOf({ ...voided, signatures: [sign(harbour), sign(city)] });
    expect(
      board()
        .publish({ agreements: [again] })
        .codes(),
    ).toEqual([]);
  });

  it('that people accept each for themselves waits for no party', () => {
    expect(
      board()
        .publish({ agreements: [agreementOf({ signers: 'person' })] })
        .codes(),
    ).toEqual([]);
  });
});

describe('a line on the board', () => {
  it('that is not in the text the parties signed is told of, whatever its case and line breaks', () => {
    const one = written(board());
    one.note('agreement', 'City counts lorries by 1 March');
    const text = 'Harbour closes the gate by 1 May\nCity counts\n lorries by 1 March';
    const signatures = [sign(harbour), sign(city)];
    one.publish({ agreements: [agreementOf({ text, signatures })] });
    expect(one.codes()).toEqual([]);
    one.note('agreement', 'City closes the road by 1 March');
    expect(one.sentences('line-not-signed')).toEqual([
      '“City closes the road by 1 March” stands on the board, but not in the agreement that was signed.',
    ]);
    one.publish({ agreements: [agreementOf({ text })] });
    expect(one.sentences('line-not-signed')).toEqual([]);
  });
});

describe('a line of the agreement', () => {
  it.each([
    ['Harbour closes the gate by 1 March', []],
    ['harbour’s gate is closed by 2027-03-01', []],
    ['Alice closes the gate until Friday', []],
    ['The gate is closed by 1 March', ['line-without-owner']],
    ['Harbour closes the gate', ['line-without-date']],
    ['Harbourside is cleaned', ['line-without-owner', 'line-without-date']],
  ])('“%s”', (text, expected) => {
    const one = written(board().person('Alice Ng', 'Harbour'));
    one.note('agreement', text);
    expect(one.codes()).toEqual(expected);
  });

  it('is completed by an action about it, and an action is a line of its own', () => {
    const one = written(board());
    const aboutId = one.note('agreement', 'The gate is closed');
    one.publish({ actions: [actionOf('a', { aboutId, owner: 'Alice', due: '2027-03-01' })] });
    expect(one.codes()).toEqual([]);
    one.publish({ actions: [actionOf('a', { aboutId })] });
    expect(one.codes()).toEqual(['line-without-owner', 'line-without-date']);
    one.publish({ actions: [actionOf('a', { aboutId, owner: 'Alice', due: '2027-03-01' }), actionOf('b')] });
    expect(one.findings().map(({ code, targets }) => [code, targets])).toEqual([
      ['line-without-owner', [{ kind: 'action', actionId: 'b' }]],
      ['line-without-date', [{ kind: 'action', actionId: 'b' }]],
    ]);
  });
});

describe('a party without a stated need', () => {
  it('is told of once it has said something else, and not before', () => {
    const one = board();
    one.note('happened:harbour', 'The road was closed');
    expect(one.sentences('party-without-need')).toEqual(['Harbour has not said what it needs.']);
    one.note('need:harbour', 'Access');
    expect(one.codes()).toEqual([]);
  });

  it('is told of once its lane is revealed, or the group is past the views', () => {
    const reveal = { stepKey: 'view', all: false, partnerId: city, silentPartnerIds: [] };
    expect(
      board()
        .publish({ reveals: [reveal] })
        .sentences('party-without-need'),
    ).toEqual(['City has not said what it needs.']);
    const one = board();
    one.note('shared', 'Fewer accidents');
    expect(one.codes()).toEqual(['party-without-need', 'party-without-need']);
  });
});

describe('the escalation ladder', () => {
  const record = { level: 0, title: 'Working leads', why: 'No agreement', settled: '', open: '', at: 0 };
  const escalated = (dueAt: number, currentLevel: number | null = 0) =>
    board().publish({
      escalation: { levels: [], currentLevel, records: [{ ...record, dueAt }], settlement: null },
    });

  it('is overdue when the present level is past its date, and not when the matter is settled', () => {
    expect(escalated(testNow - 1).codes()).toEqual(['level-overdue']);
    expect(escalated(testNow).codes()).toEqual([]);
    expect(escalated(testNow - 1, null).codes()).toEqual([]);
    expect(escalated(Date.UTC(2026, 10, 20)).sentences('level-overdue')).toEqual([
      'Working leads were to decide by 2026-11-20.',
    ]);
  });
});

/** Both parties have said what they need. */
function written(one: TestBoard): TestBoard {
  one.note('need:harbour', 'Access');
  one.note('need:city', 'Quiet');
  return one;
}

/** Weighs options, each with the means of Harbour and City. */
function weigh(...means: readonly (readonly [ofHarbour: number, ofCity: number | null])[]): TestBoard {
  const one = written(board());
  const ratings = means.map(([ofHarbour, ofCity], index) => ({
    itemId: one.note('options', `Option ${index + 1}`),
    question: 'support',
    means: { harbour: ofHarbour, ...(ofCity === null ? {} : { city: ofCity }) },
  }));
  return one.publish({ rounds: [roundOf('weigh', ratings)] });
}

function sign(partnerId: PartnerId): Signature {
  return { partnerId, participantId: 'alice' as ParticipantId, at: testNow };
}

function agreementOf(more: Partial<Agreement> = {}): Agreement {
  return {
    agreementId: 'g',
    title: 'Night traffic',
    text: 'No lorries after ten.',
    signers: 'partner',
    version: 1,
    signatures: [],
    voidedCount: 0,
    ...more,
  };
}
