import { describe, expect, test } from 'vitest';
import { items } from '../testing/agenda.ts';
import { personId, TestWorkshop } from '../testing/TestWorkshop.ts';

const ready = { type: 'people.setReady', isReady: true } as const;
const hand = (isUp: boolean) => ({ type: 'people.setHand', isUp }) as const;
const takeOver = { type: 'people.takeOver' } as const;

describe('ready marks and hands', () => {
  test('tell everybody how many are ready, and the facilitator who is not', () => {
    const workshop = new TestWorkshop().start().setPresent('cleo', false);
    for (const person of ['alice', 'bob'] as const) workshop.do(person, ready);
    expect(workshop.do('alice', ready).events).toEqual([]);
    const mine = workshop.view('alice').people;
    expect(mine).toMatchObject({ readyCount: 2, expectedCount: 6, isYouReady: true, notReadyIds: null });
    expect(workshop.view('fay').people.notReadyIds).toEqual(['anna', 'arif', 'carol', 'cem']);
  });

  test('are for one step, while hands stay up in the order they were raised', () => {
    const workshop = new TestWorkshop().start();
    workshop.do('alice', ready);
    for (const person of ['carol', 'alice', 'bob'] as const) workshop.do(person, hand(true));
    workshop.goTo('read');
    expect(workshop.view('bob').people).toMatchObject({ readyCount: 0, handIds: ['carol', 'alice', 'bob'] });
    workshop.do('carol', hand(false));
    workshop.do('fay', { type: 'people.lowerHand', participantId: personId('alice') });
    expect(workshop.do('carol', hand(false)).events).toEqual([]);
    expect(workshop.view('bob').people.handIds).toEqual(['bob']);
  });

  test('a reaction is sent to those who are here and kept nowhere', () => {
    const workshop = new TestWorkshop().start();
    const { state } = workshop.workshop;
    const decision = workshop.do('alice', { type: 'people.react', reaction: 'heart' });
    expect(decision.ephemerals).toEqual([{ kind: 'reaction', by: 'alice', reaction: 'heart' }]);
    expect(decision.events).toEqual([]);
    expect(workshop.workshop.state).toBe(state);
  });
});

describe('roles', () => {
  test('the last facilitator keeps theirs, and can hand it over', () => {
    const workshop = new TestWorkshop().start();
    const setRole = { type: 'people.setRole', participantId: personId('fay') } as const;
    expect(workshop.refusal('fay', { ...setRole, role: 'contributor' })).toBe('last-facilitator');
    expect(workshop.refusal('fay', { ...setRole, role: 'facilitator' })).toBe('role-unchanged');
    const handOver = { type: 'people.handOver' } as const;
    expect(workshop.refusal('fay', { ...handOver, participantId: personId('fay') })).toBe('not-yourself');
    expect(workshop.refusal('fay', { ...handOver, participantId: personId('zoe') })).toBe(
      'participant-unknown',
    );
    workshop.do('fay', { ...handOver, participantId: personId('alice') });
    expect(workshop.view('alice').you.role).toBe('facilitator');
    expect(workshop.view('fay').you.role).toBe('contributor');
  });

  test.each(['observer', 'commenter'] as const)('somebody who becomes a %s is waited for no more', (role) => {
    const workshop = new TestWorkshop().start();
    workshop.do('alice', ready);
    workshop.do('alice', hand(true));
    workshop.do('fay', { type: 'people.setRole', participantId: personId('alice'), role });
    expect(workshop.view('bob').people).toMatchObject({ readyCount: 0, handIds: [] });
    expect(workshop.refusal('alice', ready)).toBe('contributors-only');
  });

  test('somebody who is removed takes their own drafts and ballots along, not their partner’s', () => {
    const workshop = new TestWorkshop().start().goTo('gather');
    workshop.write('alice', 'gather', 'own');
    workshop.goTo('views');
    workshop.write('alice', 'views', 'shared');
    workshop.goTo('vote');
    workshop.do('fay', { type: 'ballots.open', stepKey: 'vote', items });
    workshop.dots('alice', 'vote', 'shape:one', 2);
    workshop.do('fay', { type: 'people.remove', participantId: personId('alice') });
    expect(workshop.workshop.privates).toMatchObject({ drafts: [{ draftId: 'shared' }], ballots: [] });
    expect(workshop.refusal('alice', ready)).toBe('not-on-board');
    expect(workshop.refusal('fay', { type: 'people.remove', participantId: personId('fay') })).toBe(
      'not-yourself',
    );
  });
});

describe('when every facilitator has left', () => {
  test('a contributor can take over after a minute, and not before', () => {
    const workshop = new TestWorkshop().start();
    expect(workshop.refusal('alice', takeOver)).toBe('facilitator-here');
    workshop.setPresent('fay', false);
    expect(workshop.view('alice').people).toMatchObject({
      hasFacilitatorPresent: false,
      canTakeOverAt: workshop.now + 60_000,
    });
    expect(workshop.view('olga').people.canTakeOverAt).toBeNull();
    workshop.now += 59_999;
    expect(workshop.refusal('alice', takeOver)).toBe('facilitator-here');
    workshop.now += 1;
    workshop.do('alice', takeOver);
    expect(workshop.view('alice').you.role).toBe('facilitator');
    expect(workshop.refusal('bob', takeOver)).toBe('facilitator-here');
  });

  test('nobody can where the facilitator has switched it off', () => {
    const workshop = new TestWorkshop().start();
    workshop.do('fay', { type: 'people.allowTakeOver', isAllowed: false });
    workshop.setPresent('fay', false);
    workshop.now += 3_600_000;
    expect(workshop.refusal('alice', takeOver)).toBe('take-over-off');
    expect(workshop.view('alice').people.canTakeOverAt).toBeNull();
  });
});
