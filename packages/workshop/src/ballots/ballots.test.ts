import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ballot } from '../core/Privates.ts';
import { agenda, items } from '../testing/agenda.ts';
import { type Person, personId, TestWorkshop } from '../testing/TestWorkshop.ts';
import { countDots } from './countDots.ts';
import { countRatings } from './countRatings.ts';
import type { DotsTally, RatingsTally } from './tallySchemas.ts';

const open = (stepKey: string, some: typeof items = items) =>
  ({ type: 'ballots.open', stepKey, items: some }) as const;
const close = (stepKey: string, show = true) => ({ type: 'ballots.close', stepKey, show }) as const;
const place = { type: 'ballots.placeDots', stepKey: 'vote', round: 1, told: 'by-partner' } as const;

function voting(stepKey: string, some: typeof items = items): TestWorkshop {
  const workshop = new TestWorkshop().start().goTo(stepKey);
  workshop.do('fay', open(stepKey, some));
  return workshop;
}

describe('dots', () => {
  test('are kept to the budget and to the most for one item', () => {
    const workshop = voting('vote');
    workshop.dots('alice', 'vote', 'shape:one', 3);
    expect(workshop.refusal('alice', { ...place, itemId: 'shape:one', dots: 4 })).toBe('too-many-on-item');
    expect(workshop.refusal('alice', { ...place, itemId: 'shape:two', dots: 3 })).toBe('dots-spent');
    workshop.dots('alice', 'vote', 'shape:two', 2);
    expect(voteOf(workshop, 'alice')).toMatchObject({ dotsLeft: 0, voterCount: 1 });
  });

  test('can be taken back, one item or all', () => {
    const workshop = voting('vote');
    workshop.dots('alice', 'vote', 'shape:one', 3);
    workshop.dots('alice', 'vote', 'shape:one', 0);
    expect(voteOf(workshop, 'alice')).toMatchObject({ dotsLeft: 5, yours: [], voterCount: 0 });
    workshop.dots('alice', 'vote', 'shape:two', 1);
    workshop.do('alice', { type: 'ballots.retract', stepKey: 'vote', round: 1 });
    expect(workshop.refusal('alice', { type: 'ballots.retract', stepKey: 'vote', round: 1 })).toBe(
      'nothing-to-retract',
    );
  });

  test('are refused on what is not in the vote, and under terms or a round that are no more', () => {
    const workshop = voting('vote');
    const dots = { ...place, itemId: 'shape:one', dots: 1 };
    expect(workshop.refusal('bob', { ...dots, itemId: 'shape:three' })).toBe('item-unknown');
    expect(workshop.refusal('bob', { ...dots, told: 'anonymous' })).toBe('terms-changed');
    expect(workshop.refusal('bob', { ...dots, round: 2 })).toBe('vote-closed');
    expect(workshop.refusal('bob', { ...dots, stepKey: 'read' })).toBe('wrong-mode');
  });

  test('of others are seen by nobody while the vote is open, only how many have voted', () => {
    const workshop = voting('vote');
    workshop.dots('alice', 'vote', 'shape:one', 3);
    for (const person of ['fay', 'anna', 'bob', 'olga'] as const) {
      expect(voteOf(workshop, person)).toMatchObject({
        yours: [],
        counted: [],
        voterCount: 1,
        expectedCount: 7,
      });
    }
  });

  test('are counted at the close, shown by partner, and the ballots are gone', () => {
    const workshop = voting('vote');
    workshop.dots('alice', 'vote', 'shape:one', 3);
    workshop.dots('anna', 'vote', 'shape:one', 1);
    workshop.dots('bob', 'vote', 'shape:two', 2);
    workshop.do('fay', close('vote'));
    expect(workshop.workshop.privates.ballots).toEqual([]);
    expect(dotsTally(workshop, 'vote').items).toEqual([
      {
        itemId: 'shape:one',
        rank: 1,
        dots: 4,
        score: 4,
        byPartner: [
          { partnerId: 'north', voters: 2, dots: 4 },
          { partnerId: 'south', voters: 1, dots: 0 },
        ],
      },
      expect.objectContaining({ itemId: 'shape:two', rank: 2, dots: 2 }),
    ]);
  });

  test('give one voice to each partner where the step says so', () => {
    const workshop = voting('one-voice');
    for (const person of ['alice', 'anna', 'arif'] as const)
      workshop.dots(person, 'one-voice', 'shape:one', 4);
    workshop.dots('bob', 'one-voice', 'shape:two', 1);
    workshop.dots('carol', 'one-voice', 'shape:two', 2);
    workshop.dots('cem', 'one-voice', 'shape:one', 2);
    workshop.do('fay', close('one-voice'));
    expect(dotsTally(workshop, 'one-voice').items).toMatchObject([
      { itemId: 'shape:one', dots: 14, score: 1.5, rank: 1 },
      { itemId: 'shape:two', dots: 3, score: 1.5, rank: 1 },
    ]);
  });

  test('tell the order only where one voice a partner is anonymous too', () => {
    const workshop = voting('one-secret-voice');
    for (const person of ['alice', 'anna', 'arif'] as const) {
      workshop.dots(person, 'one-secret-voice', 'shape:one', 1);
    }
    workshop.dots('bob', 'one-secret-voice', 'shape:two', 4);
    workshop.dots('carol', 'one-secret-voice', 'shape:two', 1);
    workshop.do('fay', close('one-secret-voice'));
    expect(dotsTally(workshop, 'one-secret-voice').items).toEqual([
      { itemId: 'shape:one', rank: 2, dots: null, score: null, byPartner: [] },
      { itemId: 'shape:two', rank: 1, dots: null, score: null, byPartner: [] },
    ]);
  });

  test('of fewer than three people make no anonymous result', () => {
    const workshop = voting('secret-vote');
    workshop.dots('alice', 'secret-vote', 'shape:one', 3);
    workshop.dots('bob', 'secret-vote', 'shape:one', 3);
    workshop.do('fay', close('secret-vote'));
    expect(dotsTally(workshop, 'secret-vote')).toMatchObject({ voters: 2, isSuppressed: true, items: [] });
  });

  test('make the same count in whatever order people voted', () => {
    const mode = agenda.find(({ key }) => key === 'one-voice')?.mode;
    if (mode?.kind !== 'vote') throw new Error('the step is a vote');
    const { roster } = new TestWorkshop();
    const ballots: Ballot[] = (['alice', 'anna', 'arif', 'bob', 'carol', 'cem'] as const).map(
      (person, index) => ({
        ballotKey: 'one-voice',
        participantId: personId(person),
        answers: [
          { key: 'shape:one', value: 1 + (index % 3) },
          { key: 'shape:two', value: 1 },
        ],
      }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(ballots, { minLength: ballots.length }), (shuffled) => {
        expect(countDots(shuffled, items, mode, roster)).toEqual(countDots(ballots, items, mode, roster));
      }),
    );
  });
});

describe('ratings', () => {
  test('are of each question for each statement, and shown by partner', () => {
    const workshop = voting('align');
    workshop.rate('alice', 'align', 'shape:one', 'clear', 5);
    workshop.rate('anna', 'align', 'shape:one', 'clear', 4);
    workshop.rate('bob', 'align', 'shape:one', 'clear', 1);
    workshop.do('fay', close('align'));
    const { ratings } = ratingsTally(workshop, 'align');
    expect(ratings).toHaveLength(4);
    expect(ratings[0]).toEqual({
      itemId: 'shape:one',
      questionKey: 'clear',
      answers: 3,
      mean: 3.333,
      spread: 1.7,
      counts: [1, 0, 0, 1, 1],
      byPartner: [
        { partnerId: 'north', answers: 2, mean: 4.5 },
        { partnerId: 'south', answers: 1, mean: 1 },
      ],
    });
    expect(ratings[1]).toMatchObject({ questionKey: 'commit', answers: 0, mean: null, counts: [] });
  });

  test('of statements as they stand need no question', () => {
    const workshop = voting('weigh');
    workshop.rate('alice', 'weigh', 'shape:two', null, 2);
    workshop.do('fay', close('weigh'));
    expect(ratingsTally(workshop, 'weigh').ratings).toMatchObject([
      { itemId: 'shape:one', questionKey: null, answers: 0 },
      { itemId: 'shape:two', questionKey: null, mean: 2 },
    ]);
  });

  test('can be changed and taken back while it is open', () => {
    const workshop = voting('align');
    workshop.rate('alice', 'align', 'shape:one', 'clear', 5);
    workshop.rate('alice', 'align', 'shape:one', 'clear', 2);
    expect(voteOf(workshop, 'alice').yours).toEqual([{ key: 'shape:one.clear', value: 2 }]);
    workshop.rate('alice', 'align', 'shape:one', 'clear', null);
    expect(voteOf(workshop, 'alice')).toMatchObject({ yours: [], voterCount: 0, dotsLeft: null });
  });

  test('outside the scale and of what was not asked are refused', () => {
    const workshop = voting('align');
    const rate = { type: 'ballots.rate', stepKey: 'align', round: 1, told: 'by-partner' } as const;
    const answer = { itemId: 'shape:one', questionKey: 'clear', value: 6 };
    expect(workshop.refusal('alice', { ...rate, answers: [answer] })).toBe('value-outside');
    const unasked = { ...answer, questionKey: 'loud', value: 3 };
    expect(workshop.refusal('alice', { ...rate, answers: [unasked] })).toBe('item-unknown');
  });

  test('without names show a partner only where no smaller one can be worked out', () => {
    const workshop = voting('safety', []);
    const people = ['alice', 'anna', 'arif', 'bob', 'carol', 'cem'] as const;
    for (const person of people) workshop.rate(person, 'safety', null, 'safety', 4);
    workshop.do('fay', close('safety'));
    expect(ratingsTally(workshop, 'safety').ratings).toMatchObject([
      { answers: 6, mean: 4, byPartner: [{ partnerId: 'north', answers: 3 }] },
    ]);
  });

  test('without names are suppressed under three answers, whole and by question', () => {
    const workshop = voting('safety', []);
    workshop.rate('alice', 'safety', null, 'safety', 1);
    workshop.rate('bob', 'safety', null, 'safety', 5);
    workshop.do('fay', close('safety'));
    expect(ratingsTally(workshop, 'safety')).toMatchObject({ voters: 2, isSuppressed: true, ratings: [] });
    const mode = agenda.find(({ key }) => key === 'align')?.mode;
    if (mode?.kind !== 'check') throw new Error('the step is a check');
    const both = ['shape:one.clear', 'shape:one.commit'];
    const ballots = [threes('alice', both), threes('bob', both), threes('carol', both.slice(0, 1))];
    const tally = countRatings(ballots, items, { ...mode, privacy: 'anonymous' }, workshop.roster);
    expect(tally.ratings.slice(0, 2)).toMatchObject([
      { answers: 3, mean: 3 },
      { answers: 2, mean: null, counts: [] },
    ]);
  });
});

describe('opening and closing', () => {
  test('asks for something to answer', () => {
    const workshop = new TestWorkshop().start().goTo('vote');
    expect(workshop.refusal('fay', open('vote', []))).toBe('nothing-to-answer');
    workshop.do('fay', open('vote'));
    expect(workshop.refusal('fay', open('vote'))).toBe('vote-open');
    expect(workshop.refusal('fay', { type: 'ballots.setItems', stepKey: 'vote', items: [] })).toBe(
      'nothing-to-answer',
    );
  });

  test('a result that is not shown is the facilitator’s alone until it is', () => {
    const workshop = voting('vote');
    workshop.dots('alice', 'vote', 'shape:one', 1);
    workshop.do('fay', close('vote', false));
    expect(voteOf(workshop, 'alice').counted).toEqual([]);
    expect(voteOf(workshop, 'fay').counted).toHaveLength(1);
    const show = { type: 'ballots.show', stepKey: 'vote', round: 1, show: true } as const;
    workshop.do('fay', show);
    expect(voteOf(workshop, 'alice').counted).toMatchObject([{ round: 1, isShown: true }]);
    expect(workshop.do('fay', show).events).toEqual([]);
    expect(workshop.refusal('fay', { ...show, round: 2 })).toBe('vote-not-counted');
  });

  test('again begins a new round from nothing, and keeps what was counted', () => {
    const workshop = voting('vote');
    workshop.dots('alice', 'vote', 'shape:one', 1);
    workshop.do('fay', close('vote'));
    workshop.do('fay', { type: 'ballots.reopen', stepKey: 'vote' });
    expect(voteOf(workshop, 'alice')).toMatchObject({ status: 'open', round: 2, yours: [], voterCount: 0 });
    workshop.dots('alice', 'vote', 'shape:two', 1, 2);
    workshop.do('fay', close('vote'));
    expect(voteOf(workshop, 'bob').counted.map(({ round }) => round)).toEqual([1, 2]);
  });

  test('happens by itself when the group moves on', () => {
    const workshop = voting('vote');
    workshop.dots('alice', 'vote', 'shape:one', 1);
    workshop.goTo('discuss');
    expect(voteOf(workshop, 'alice')).toMatchObject({ status: 'closed', counted: [{ isShown: true }] });
    expect(workshop.workshop.privates.ballots).toEqual([]);
  });

  test('items that go take the answers to them along', () => {
    const workshop = voting('vote');
    workshop.dots('alice', 'vote', 'shape:one', 3);
    workshop.dots('alice', 'vote', 'shape:two', 1);
    workshop.dots('bob', 'vote', 'shape:one', 2);
    workshop.do('fay', { type: 'ballots.setItems', stepKey: 'vote', items: items.slice(1) });
    expect(voteOf(workshop, 'alice')).toMatchObject({ dotsLeft: 4, voterCount: 1 });
    expect(voteOf(workshop, 'bob')).toMatchObject({ yours: [], dotsLeft: 5 });
  });
});

function threes(person: Person, keys: readonly string[]): Ballot {
  const answers = keys.map((key) => ({ key, value: 3 }));
  return { ballotKey: 'align', participantId: personId(person), answers };
}

function voteOf(workshop: TestWorkshop, person: Person) {
  const vote = workshop.view(person).ballots.votes[0];
  if (!vote) throw new Error('there is no vote');
  return vote;
}

function dotsTally(workshop: TestWorkshop, stepKey: string): DotsTally {
  const tally = lastTally(workshop, stepKey);
  if (tally.kind !== 'dots') throw new Error('the tally is of ratings');
  return tally;
}

function ratingsTally(workshop: TestWorkshop, stepKey: string): RatingsTally {
  const tally = lastTally(workshop, stepKey);
  if (tally.kind !== 'ratings') throw new Error('the tally is of dots');
  return tally;
}

function lastTally(workshop: TestWorkshop, stepKey: string) {
  const vote = workshop.view('bob').ballots.votes.find((known) => known.stepKey === stepKey);
  const tally = vote?.counted.at(-1)?.tally;
  if (!tally) throw new Error('nothing was counted');
  return tally;
}
