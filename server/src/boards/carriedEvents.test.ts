import type { ParticipantId, PartnerId } from '@common-ground/protocol';
import { nothingPublished, type PublishedWorkshop } from '@common-ground/templates';
import { evolve, initialState, parseEvent, type RatingsTally } from '@common-ground/workshop';
import { expect, test } from 'vitest';
import { carriedEvents } from './carriedEvents.ts';

const fay = 'fay' as ParticipantId;
const action = { owner: 'Ben', partnerId: 'north' as PartnerId, due: null, aboutId: 'shape:x' };

function rated(run: number, mean: number, itemId: string | null = null): PublishedWorkshop['rounds'][number] {
  const rating = { itemId, questionKey: 'safety', answers: 3, mean, spread: 0, counts: [], byPartner: [] };
  const tally: RatingsTally = { kind: 'ratings', voters: 3, isSuppressed: false, ratings: [rating] };
  return {
    run,
    stepKey: 'checkin',
    items: itemId === null ? [] : [{ itemId, label: 'A' }],
    tally,
    closedAt: run,
  };
}

test('open actions and the trend are handed on, run by run; what is done and what was said is not', () => {
  const step = {
    key: 'checkin',
    title: 'Check-in',
    instruction: 'Rate.',
    minutes: 3,
    mode: { kind: 'open' },
  } as const;
  const run = {
    run: 7,
    title: 'Looking back',
    templateId: 'retrospective',
    steps: [step],
    currentKey: null,
    startedAt: 1,
    endedAt: 9,
  };
  const published = {
    ...nothingPublished,
    run,
    rounds: [rated(5, 2.5), rated(6, 4, 'shape:note'), rated(7, 3)],
    actions: [
      { ...action, actionId: 'a', what: 'Book a room', status: 'open' as const },
      { ...action, actionId: 'b', what: 'Send a note', status: 'done' as const },
    ],
  };
  const events = carriedEvents(published, fay, 99);
  for (const event of events)
    expect(parseEvent(JSON.parse(JSON.stringify(event)))).toMatchObject({ ok: true });
  const state = events.reduce(evolve, initialState);
  expect(state.agenda).toMatchObject({ phase: 'ended', run: 2, isCarried: true });
  expect(state.outcomes.actions).toEqual([
    { ...action, actionId: 'a', what: 'Book a room', status: 'open', aboutId: null, run: 0 },
  ]);
  expect(state.ballots.past).toMatchObject([{ run: 1, tally: { ratings: [{ mean: 2.5 }] } }]);
  expect(state.ballots.votes).toMatchObject([
    { counted: [{ tally: { ratings: [{ mean: 3 }] }, isShown: true }] },
  ]);
});

test('a board on which nothing was led hands on nothing', () => {
  expect(carriedEvents(nothingPublished, fay, 1)).toEqual([]);
});
