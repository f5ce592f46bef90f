import { describe, expect, it } from 'vitest';
import { FakeServer } from '../testing/FakeServer.ts';
import { OwnAnswers, type VoteView } from './OwnAnswers.ts';

const vote: VoteView = {
  stepKey: 'vote',
  status: 'open',
  round: 1,
  items: [{ itemId: 'shape:a', label: 'A' }],
  voterCount: 0,
  expectedCount: 3,
  yours: [],
  dotsLeft: 5,
  counted: [],
};

function voter() {
  const server = new FakeServer();
  const answers = new OwnAnswers(server.client);
  answers.start();
  const place = (dots: number) =>
    answers.give(vote, 'shape:a', dots === 0 ? null : dots, {
      type: 'ballots.placeDots',
      stepKey: 'vote',
      round: 1,
      told: 'by-partner',
      itemId: 'shape:a',
      dots,
    });
  const shows = (dots: number) =>
    server.shows({
      ballots: { votes: [{ ...vote, yours: [{ key: 'shape:a', value: dots }] }], past: [] },
    });
  const own = (seen: VoteView = vote) => answers.of(seen).get('shape:a') ?? 0;
  return { server, place, shows, own };
}

describe('answers of one’s own', () => {
  it('are shown as they are given, each press after the other', async () => {
    const { server, place, own } = voter();
    void place(own() + 1);
    void place(own() + 1);
    expect(own()).toBe(2);
    await server.accepts(0);
    expect(own()).toBe(2);
  });

  it('stay shown until a view has them, and follow the view then', async () => {
    const { server, place, shows, own } = voter();
    void place(2);
    await server.accepts();
    expect(own()).toBe(2);
    shows(2);
    expect(own({ ...vote, yours: [{ key: 'shape:a', value: 3 }] })).toBe(3);
  });

  it('fall back to what the server has when it refuses', async () => {
    const { server, place, own } = voter();
    void place(2);
    await server.refuses('vote-closed');
    expect(own()).toBe(0);
    expect(server.client.refusals.get()).toHaveLength(1);
  });

  it('belong to their round: a vote that is opened again begins empty', () => {
    const { place, own } = voter();
    void place(2);
    expect(own({ ...vote, round: 2 })).toBe(0);
  });
});
