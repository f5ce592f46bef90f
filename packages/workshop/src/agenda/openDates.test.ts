import { describe, expect, test } from 'vitest';
import { evolveAgenda } from './evolveAgenda.ts';
import { idleAgenda, type AgendaState } from './AgendaState.ts';
import { missedDate } from './openDates.ts';

const stamp = { v: 1, by: 'fay' } as const;
interface Led {
  readonly type: keyof typeof evolveAgenda;
  readonly at: number;
}

/** A workshop that was led by these events, one after the other. */
function led(...events: readonly Led[]): AgendaState {
  return events.reduce<AgendaState>((agenda, event) => {
    const evolve = evolveAgenda[event.type] as (agenda: AgendaState, event: object) => AgendaState;
    return evolve(agenda, { ...stamp, ...event });
  }, idleAgenda);
}

const started = (at: number) =>
  ({ type: 'agenda.started', run: 1, title: 'W', templateId: null, steps: [{ key: 'one' }], at }) as const;
const openUntil = (until: number | null, at: number) =>
  ({ type: 'agenda.openUntilSet', stepKey: 'one', until, at }) as const;
const goesOn = (at: number) =>
  ({ type: 'agenda.stepEntered', stepKey: 'two', fromStepKey: 'one', at }) as const;

/** For each time, the date that what was made then has missed. */
function missed(agenda: AgendaState, ...times: readonly number[]): readonly (number | null)[] {
  const dates = agenda.phase === 'idle' ? [] : (agenda.openDates ?? []);
  return times.map((at) => missedDate(dates, at));
}

describe('what comes after the date of an open step', () => {
  test('has missed it, until the group goes on', () => {
    const open = led(started(0), openUntil(100, 10));
    expect(missed(open, 100, 101)).toEqual([null, 100]);
    expect(missed(led(started(0), openUntil(100, 10), goesOn(200)), 100, 101, 201)).toEqual([
      null,
      100,
      null,
    ]);
  });

  test('has missed the last date that was said', () => {
    const postponed = led(started(0), openUntil(100, 10), openUntil(300, 150));
    expect(missed(postponed, 120, 301)).toEqual([null, 300]);
    expect(missed(led(started(0), openUntil(100, 10), openUntil(null, 150)), 120)).toEqual([null]);
  });

  test('has missed nothing when the group went on before the date', () => {
    expect(missed(led(started(0), openUntil(100, 10), goesOn(50)), 101)).toEqual([null]);
  });

  test('has missed it also when the workshop is over, and another one has begun', () => {
    const over = [started(0), openUntil(100, 10), { type: 'agenda.ended', at: 200 }] as const;
    expect(missed(led(...over), 150, 201)).toEqual([100, null]);
    expect(missed(led(...over, started(300)), 150, 350)).toEqual([100, null]);
  });
});
