import { expect, test } from 'vitest';
import { TestWorkshop } from '../testing/TestWorkshop.ts';
import { dayMs } from './EscalationState.ts';

const escalate = (expectedLevel: number | null) =>
  ({
    type: 'escalation.escalate',
    expectedLevel,
    why: 'We are stuck.',
    settled: 'The dates',
    open: 'The money',
  }) as const;

test('escalating starts the clock of the level, and the next one when it is taken further', () => {
  const workshop = new TestWorkshop().start();
  workshop.do('alice', escalate(null));
  const view = workshop.view('bob').escalation;
  expect(view).toMatchObject({ currentLevel: 0, isOverdue: false });
  expect(view.records).toEqual([
    {
      level: 0,
      title: 'Working leads',
      why: 'We are stuck.',
      settled: 'The dates',
      open: 'The money',
      at: workshop.now,
      dueAt: workshop.now + 5 * dayMs,
    },
  ]);
  workshop.now += 5 * dayMs + 1;
  expect(workshop.view('bob').escalation.isOverdue).toBe(true);
  workshop.do('bob', escalate(0));
  expect(workshop.view('bob').escalation).toMatchObject({ currentLevel: 1, isOverdue: false });
});

test('two parties who escalate together go up one level', () => {
  const workshop = new TestWorkshop().start();
  workshop.do('alice', escalate(null));
  expect(workshop.refusal('bob', escalate(null))).toBe('level-moved');
  expect(workshop.refusal('bob', { type: 'escalation.settle', expectedLevel: 1, note: 'Done' })).toBe(
    'level-moved',
  );
});

test('the ladder ends, keeps its form while in use, and is free again once the matter is settled', () => {
  const workshop = new TestWorkshop();
  const levels = [{ title: 'Leads', days: 1 }];
  workshop.do('fay', { type: 'escalation.setLadder', levels });
  workshop.do('alice', escalate(null));
  expect(workshop.refusal('alice', escalate(0))).toBe('top-level');
  expect(workshop.refusal('fay', { type: 'escalation.setLadder', levels })).toBe('ladder-in-use');
  workshop.do('alice', { type: 'escalation.settle', expectedLevel: 0, note: 'We share.' });
  expect(workshop.view('bob').escalation).toMatchObject({
    currentLevel: null,
    isOverdue: false,
    settlement: { note: 'We share.' },
  });
  workshop.do('fay', { type: 'escalation.setLadder', levels });
});
