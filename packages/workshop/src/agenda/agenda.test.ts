import { describe, expect, test } from 'vitest';
import { agenda as steps, items } from '../testing/agenda.ts';
import { personId, TestWorkshop } from '../testing/TestWorkshop.ts';
import { agendaSchema } from './stepSchema.ts';

const how = { reason: null, startTimer: false };
const newStep = {
  key: 'more',
  title: 'More',
  instruction: 'Do more.',
  minutes: 5,
  mode: { kind: 'open' },
} as const;

describe('moving through the agenda', () => {
  test('two facilitators who press "next" together make one step', () => {
    const workshop = new TestWorkshop().start();
    workshop.do('fay', { type: 'people.setRole', participantId: personId('alice'), role: 'facilitator' });
    workshop.do('fay', { type: 'agenda.next', expectedStepKey: 'arrive', ...how });
    const second = workshop.give('alice', { type: 'agenda.next', expectedStepKey: 'arrive', ...how });
    expect(second).toMatchObject({ error: { code: 'step-moved', data: { title: 'Step gather' } } });
    expect(workshop.currentKey).toBe('gather');
  });

  test('goes back, and jumps anywhere but to a step that is not there', () => {
    const workshop = new TestWorkshop().start().goTo('vote');
    workshop.do('fay', { type: 'agenda.back', expectedStepKey: 'vote', ...how });
    expect(workshop.currentKey).toBe('read');
    const jump = { type: 'agenda.jump', expectedStepKey: 'read', ...how } as const;
    expect(workshop.refusal('fay', { ...jump, toStepKey: 'nowhere' })).toBe('step-unknown');
    expect(workshop.do('fay', { ...jump, toStepKey: 'read' }).events).toEqual([]);
  });

  test('starts the next step with its timer where that is asked for', () => {
    const workshop = new TestWorkshop().start();
    workshop.do('fay', { type: 'agenda.next', expectedStepKey: 'arrive', reason: null, startTimer: true });
    expect(workshop.view('alice').timer).toMatchObject({
      kind: 'running',
      deadlineAt: workshop.now + 300_000,
    });
  });

  test('shows somebody who joins late the current step with all that belongs to it', () => {
    const workshop = new TestWorkshop().start().goTo('vote');
    workshop.do('fay', { type: 'ballots.open', stepKey: 'vote', items });
    const late = { id: personId('late'), name: 'Late', partnerId: null, role: 'contributor' } as const;
    const connection = { removed: false, present: true, lastSeenAt: workshop.now };
    workshop.roster = {
      ...workshop.roster,
      members: [...workshop.roster.members, { ...late, ...connection }],
    };
    const view = workshop.view('late' as 'alice');
    expect(view.agenda).toMatchObject({ phase: 'running', currentKey: 'vote' });
    expect(view.ballots.votes).toMatchObject([{ status: 'open', items, dotsLeft: 5 }]);
  });
});

describe('changing the agenda while it runs', () => {
  test('inserts, moves and removes steps around the group', () => {
    const workshop = new TestWorkshop().start();
    workshop.do('fay', { type: 'agenda.insertStep', step: newStep, afterStepKey: 'arrive' });
    workshop.do('fay', { type: 'agenda.moveStep', stepKey: 'sign', afterStepKey: null });
    workshop.do('fay', { type: 'agenda.removeStep', stepKey: 'gather' });
    expect(keysOf(workshop).slice(0, 4)).toEqual(['sign', 'arrive', 'more', 'signed']);
    expect(workshop.currentKey).toBe('arrive');
  });

  test('refuses a key twice, a place that is not there, and more steps than an agenda holds', () => {
    const workshop = new TestWorkshop().start();
    const insert = { type: 'agenda.insertStep', step: newStep, afterStepKey: null } as const;
    const again = { ...newStep, key: 'vote' };
    expect(workshop.refusal('fay', { ...insert, step: again })).toBe('step-key-taken');
    expect(workshop.refusal('fay', { ...insert, afterStepKey: 'nowhere' })).toBe('step-unknown');
    const move = { type: 'agenda.moveStep', stepKey: 'vote' } as const;
    expect(workshop.refusal('fay', { ...move, afterStepKey: 'nowhere' })).toBe('step-unknown');
    expect(workshop.do('fay', { ...move, afterStepKey: 'vote' }).events).toEqual([]);
    for (let count = steps.length; count < 60; count += 1) {
      workshop.do('fay', { ...insert, step: { ...newStep, key: `more-${count}` } });
    }
    expect(workshop.refusal('fay', insert)).toBe('agenda-full');
  });

  test('keeps the terms under which people have given something, and lets words and minutes change', () => {
    const workshop = new TestWorkshop().start().goTo('gather');
    workshop.write('alice', 'gather', 'd1');
    const named = {
      kind: 'private',
      scope: 'own',
      reveal: 'named',
      revealBy: 'all',
      sectionKeys: ['went-well'],
    } as const;
    const edit = { type: 'agenda.editStep', stepKey: 'gather' } as const;
    expect(workshop.refusal('fay', { ...edit, changes: { mode: named } })).toBe('step-in-use');
    expect(workshop.refusal('fay', { ...edit, changes: { minutes: 12, title: 'Write' } })).toBe('accepted');
    expect(workshop.refusal('fay', { ...edit, stepKey: 'signed', changes: { mode: named } })).toBe(
      'accepted',
    );
    workshop.goTo('read');
    expect(workshop.refusal('fay', { type: 'agenda.removeStep', stepKey: 'gather' })).toBe('step-in-use');
  });

  test('keeps the terms of a vote that was opened, counted or not', () => {
    const workshop = new TestWorkshop().start().goTo('vote');
    workshop.do('fay', { type: 'ballots.open', stepKey: 'vote', items });
    workshop.do('fay', { type: 'ballots.close', stepKey: 'vote', show: true });
    const changes = { mode: { kind: 'open' } } as const;
    expect(workshop.refusal('fay', { type: 'agenda.editStep', stepKey: 'vote', changes })).toBe(
      'step-in-use',
    );
  });
});

test('a step is open until a date, and the next one says nothing of it', () => {
  const workshop = new TestWorkshop().start().goTo('gather');
  const until = workshop.now + 86_400_000;
  const open = { type: 'agenda.openUntil', expectedStepKey: 'gather' } as const;
  expect(workshop.refusal('fay', { ...open, until: workshop.now })).toBe('time-passed');
  expect(workshop.refusal('fay', { ...open, expectedStepKey: 'read', until })).toBe('step-moved');
  expect(workshop.refusal('alice', { ...open, until })).toBe('facilitators-only');
  workshop.do('fay', { ...open, until });
  expect(workshop.view('olga').agenda).toMatchObject({ openUntil: until });
  workshop.do('fay', { ...open, until: null });
  expect(workshop.view('olga').agenda).toMatchObject({ openUntil: null });
  workshop.do('fay', { ...open, until });
  workshop.goTo('read');
  expect(workshop.view('olga').agenda).toMatchObject({ openUntil: null });
});

describe('ending and starting again', () => {
  test('asks before it deletes notes that nobody has seen', () => {
    const workshop = new TestWorkshop().start().goTo('gather');
    workshop.write('alice', 'gather', 'd1');
    const end = { type: 'agenda.end', expectedStepKey: 'gather', reason: null } as const;
    expect(workshop.refusal('fay', { ...end, discardDrafts: false })).toBe('drafts-unrevealed');
    workshop.do('fay', { ...end, discardDrafts: true });
    expect(workshop.workshop.privates).toEqual({ drafts: [], ballots: [] });
    expect(workshop.view('alice').agenda.phase).toBe('ended');
  });

  test('brings open actions and earlier results along, and nothing else of the run before', () => {
    const workshop = new TestWorkshop().start().goTo('safety');
    workshop.do('fay', { type: 'ballots.open', stepKey: 'safety', items: [] });
    for (const person of ['alice', 'bob', 'carol'] as const)
      workshop.rate(person, 'safety', null, 'safety', 4);
    const action = { what: 'Meet', owner: null, partnerId: null, due: null, aboutId: null };
    workshop.do('alice', { type: 'outcomes.addAction', ...action });
    const end = { reason: null, discardDrafts: false, expectedStepKey: 'safety' };
    workshop.do('fay', { type: 'agenda.end', ...end });
    workshop.start();
    const view = workshop.view('bob');
    expect(view.agenda).toMatchObject({ phase: 'running', run: 2, currentKey: 'arrive' });
    expect(view.outcomes.actions).toMatchObject([{ what: 'Meet', status: 'open' }]);
    expect(view.ballots).toMatchObject({
      votes: [],
      past: [{ run: 1, stepKey: 'safety', tally: { voters: 3 } }],
    });
  });
});

test.each([
  ['no step at all', []],
  ['the same key twice', [newStep, newStep]],
  ['a scale from high to low', [{ ...newStep, mode: { ...steps[10]?.mode, scale: { min: 5, max: 1 } } }]],
  ['a mode that does not exist', [{ ...newStep, mode: { kind: 'dance' } }]],
])('an agenda with %s is not read', (_, value) => {
  expect(agendaSchema.safeParse(value).success).toBe(false);
});

function keysOf(workshop: TestWorkshop): string[] {
  const { agenda } = workshop.view('alice');
  return agenda.phase === 'idle' ? [] : agenda.steps.map(({ key }) => key);
}
