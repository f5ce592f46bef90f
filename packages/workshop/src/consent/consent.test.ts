import { expect, test } from 'vitest';
import { TestWorkshop } from '../testing/TestWorkshop.ts';

function proposed(): { workshop: TestWorkshop; proposalId: string } {
  const workshop = new TestWorkshop().start().goTo('decide');
  const { result } = workshop.do('alice', {
    type: 'consent.propose',
    proposalId: null,
    version: 0,
    text: 'We differ on dates.',
  });
  return { workshop, proposalId: result.ids[0] ?? '' };
}

const answer = (proposalId: string, consents: boolean, reason: string | null = null, version = 1) =>
  ({ type: 'consent.answer', proposalId, version, consents, reason }) as const;
const adopt = (proposalId: string, reason: string | null = null, version = 1) =>
  ({ type: 'consent.adopt', proposalId, version, reason }) as const;

test('a wording becomes a decision when every partner consents, one voice each', () => {
  const { workshop, proposalId } = proposed();
  for (const person of ['alice', 'anna', 'bob'] as const) workshop.do(person, answer(proposalId, true));
  expect(workshop.give('fay', adopt(proposalId))).toMatchObject({
    error: { code: 'consent-incomplete', data: { count: 1 } },
  });
  workshop.do('carol', answer(proposalId, true));
  workshop.do('fay', adopt(proposalId));
  const view = workshop.view('olga');
  expect(view.outcomes.decisions).toMatchObject([{ text: 'We differ on dates.' }]);
  expect(view.consent.proposals).toMatchObject([{ status: 'adopted', overrideReason: null, openCount: 0 }]);
  expect(workshop.refusal('bob', answer(proposalId, true))).toBe('proposal-unknown');
});

test('an objection needs a reason, stands until it is taken back, and can be overridden with one', () => {
  const { workshop, proposalId } = proposed();
  for (const person of ['alice', 'carol'] as const) workshop.do(person, answer(proposalId, true));
  expect(workshop.refusal('bob', answer(proposalId, false))).toBe('reason-needed');
  workshop.do('bob', answer(proposalId, false, 'It is about money.'));
  expect(workshop.view('fay').consent.proposals).toMatchObject([{ openCount: 1 }]);
  workshop.do('fay', adopt(proposalId, 'Noted as open.'));
  expect(workshop.view('bob').consent.proposals).toMatchObject([{ overrideReason: 'Noted as open.' }]);
});

test('a changed wording asks everybody again', () => {
  const { workshop, proposalId } = proposed();
  workshop.do('bob', answer(proposalId, true));
  const change = { type: 'consent.propose', proposalId, text: 'We differ on money.' } as const;
  expect(workshop.do('carol', { ...change, version: 1, text: 'We differ on dates.' }).events).toEqual([]);
  workshop.do('carol', { ...change, version: 1 });
  expect(workshop.view('bob').consent.proposals).toMatchObject([{ version: 2, answers: [], openCount: 3 }]);
  expect(workshop.refusal('alice', answer(proposalId, true))).toBe('proposal-changed');
  expect(workshop.refusal('alice', { ...change, version: 1 })).toBe('proposal-changed');
  expect(workshop.refusal('fay', adopt(proposalId, 'Go on.'))).toBe('proposal-changed');
});

test('where nobody has a partner, every contributor is a voice', () => {
  const { workshop, proposalId } = proposed();
  const members = workshop.roster.members.map((member) => ({ ...member, partnerId: null }));
  workshop.roster = { partners: [], members };
  workshop.do('alice', answer(proposalId, true));
  expect(workshop.view('fay').consent.proposals).toMatchObject([{ openCount: 6 }]);
});
