import { expect, test } from 'vitest';
import { TestWorkshop } from '../testing/TestWorkshop.ts';

const start = (minutes: number | null) => ({ type: 'timer.start', minutes }) as const;
const add = (minutes: number) => ({ type: 'timer.addMinutes', minutes }) as const;

test('everybody is shown one deadline in server time, whatever the hour on their laptop', () => {
  const workshop = new TestWorkshop().start();
  workshop.do('fay', start(null));
  workshop.now += 60_000;
  const views = (['alice', 'bob', 'olga'] as const).map((person) => workshop.view(person));
  for (const view of views) {
    expect(view.serverTime).toBe(workshop.now);
    expect(view.timer).toEqual({
      kind: 'running',
      deadlineAt: 1_300_000,
      remainingMs: 240_000,
      isOver: false,
    });
  }
});

test('a restart of the server loses no time, because only the deadline is kept', () => {
  const workshop = new TestWorkshop().start();
  workshop.do('fay', start(2));
  workshop.workshop = JSON.parse(JSON.stringify(workshop.workshop)) as typeof workshop.workshop;
  workshop.now += 90_000;
  expect(workshop.view('alice').timer).toMatchObject({ remainingMs: 30_000 });
});

test('a pause keeps what is left, and starting goes on from there', () => {
  const workshop = new TestWorkshop().start();
  workshop.do('fay', start(2));
  workshop.now += 30_000;
  workshop.do('fay', { type: 'timer.pause' });
  workshop.now += 500_000;
  expect(workshop.view('bob').timer).toEqual({ kind: 'paused', remainingMs: 90_000 });
  workshop.do('fay', add(1));
  workshop.do('fay', start(null));
  expect(workshop.view('bob').timer).toMatchObject({ kind: 'running', remainingMs: 150_000 });
});

test('one minute more is a whole minute also after the time has run out', () => {
  const workshop = new TestWorkshop().start();
  workshop.do('fay', start(1));
  workshop.now += 600_000;
  expect(workshop.view('alice').timer).toMatchObject({ remainingMs: 0, isOver: true });
  workshop.do('fay', add(1));
  expect(workshop.view('alice').timer).toMatchObject({ remainingMs: 60_000, isOver: false });
});

test('minutes can be taken off, but not below nothing', () => {
  const workshop = new TestWorkshop().start();
  workshop.do('fay', start(3));
  workshop.do('fay', add(-10));
  expect(workshop.view('alice').timer).toMatchObject({ remainingMs: 0, isOver: true });
});

test('a timer that runs is not started by a second press, and an empty one not at all', () => {
  const workshop = new TestWorkshop().start();
  workshop.do('fay', start(3));
  expect(workshop.refusal('fay', start(null))).toBe('timer-running');
  expect(workshop.refusal('fay', start(0))).toBe('timer-empty');
});

test('a countdown ends with its step; the next shows the minutes it would have', () => {
  const workshop = new TestWorkshop().start();
  workshop.do('fay', start(3));
  workshop.goTo('read');
  expect(workshop.view('alice').timer).toEqual({ kind: 'idle', remainingMs: 300_000 });
});
