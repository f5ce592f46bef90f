import { expect, test } from 'vitest';
import { workshopLimits } from '../limits.ts';
import { partnerId, TestWorkshop } from '../testing/TestWorkshop.ts';
import { isFromLastTime, runNow } from './lastTime.ts';

const empty = { owner: null, partnerId: null, due: null, aboutId: null };

test('two people fill in one action together, and neither takes back what the other wrote', () => {
  const workshop = new TestWorkshop().start();
  const { result } = workshop.do('alice', { type: 'outcomes.addAction', what: 'Book a room', ...empty });
  const edit = { type: 'outcomes.editAction', actionId: result.ids[0] ?? '' } as const;
  workshop.do('alice', { ...edit, changes: { owner: 'Bob' } });
  workshop.do('bob', { ...edit, changes: { due: '2027-03-01', partnerId: partnerId('south') } });
  workshop.do('carol', { ...edit, changes: { status: 'dropped' } });
  expect(workshop.view('olga').outcomes.actions).toMatchObject([
    { what: 'Book a room', owner: 'Bob', due: '2027-03-01', partnerId: 'south', status: 'dropped' },
  ]);
});

test('an action belongs to a partner of the board', () => {
  const workshop = new TestWorkshop().start();
  const add = { type: 'outcomes.addAction', what: 'Book a room', ...empty } as const;
  const nowhere = partnerId('nowhere');
  expect(workshop.refusal('alice', { ...add, partnerId: nowhere })).toBe('partner-unknown');
  const { result } = workshop.do('alice', add);
  const edit = { type: 'outcomes.editAction', actionId: result.ids[0] ?? '' } as const;
  expect(workshop.refusal('alice', { ...edit, changes: { partnerId: nowhere } })).toBe('partner-unknown');
});

test('there is an end to how many decisions and actions a board keeps', () => {
  const workshop = new TestWorkshop();
  for (let count = 0; count < workshopLimits.maxOutcomes; count += 1) {
    workshop.do('alice', { type: 'outcomes.addDecision', text: 'So be it.' });
    workshop.do('alice', { type: 'outcomes.addAction', what: 'Do it', ...empty });
  }
  expect(workshop.refusal('alice', { type: 'outcomes.addDecision', text: 'More.' })).toBe('limit-reached');
  expect(workshop.refusal('alice', { type: 'outcomes.addAction', what: 'More', ...empty })).toBe(
    'limit-reached',
  );
});

test('the day to look again is set and taken back', () => {
  const workshop = new TestWorkshop();
  workshop.do('alice', { type: 'outcomes.setFollowUp', day: '2027-06-01' });
  expect(workshop.view('bob').outcomes.followUpOn).toBe('2027-06-01');
  workshop.do('alice', { type: 'outcomes.setFollowUp', day: null });
  expect(workshop.view('bob').outcomes.followUpOn).toBeNull();
});

test('what was agreed before a run is from last time, and what it agrees on is not', () => {
  const workshop = new TestWorkshop();
  const add = (what: string) => workshop.do('alice', { type: 'outcomes.addAction', what, ...empty });
  const lastTimes = () => {
    const { agenda, outcomes } = workshop.view('bob');
    return outcomes.actions.filter((one) => isFromLastTime(one, runNow(agenda))).map(({ what }) => what);
  };
  add('Before any');
  expect(lastTimes()).toEqual([]);
  workshop.start();
  add('In the first');
  expect(lastTimes()).toEqual(['Before any']);
  const end = { expectedStepKey: workshop.currentKey, reason: 'for the test', discardDrafts: true };
  workshop.do('fay', { type: 'agenda.end', ...end });
  add('After the first');
  expect(lastTimes()).toEqual(['Before any']);
  workshop.start();
  expect(lastTimes()).toEqual(['Before any', 'In the first', 'After the first']);
});
