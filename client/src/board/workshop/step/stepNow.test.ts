import type { Step } from '@common-ground/workshop';
import { describe, expect, it } from 'vitest';
import { viewWith } from '../testing/viewWith.ts';
import { partOf, stepNow } from './stepNow.ts';

const steps: Step[] = ['one', 'two'].map((key) => ({
  key,
  title: key,
  instruction: 'Do it',
  minutes: 5,
  mode: { kind: 'open' },
}));

function at(currentKey: string) {
  return viewWith({
    agenda: {
      phase: 'running',
      run: 1,
      title: 'A workshop',
      templateId: null,
      steps,
      startedAt: 0,
      enteredAt: 0,
      openUntil: null,
      currentKey,
    },
  });
}

describe('the step a group is in', () => {
  it('has a number, and a next one until the last', () => {
    expect(stepNow(at('one'))).toMatchObject({ number: 1, count: 2, next: { key: 'two' } });
    expect(stepNow(at('two'))).toMatchObject({ number: 2, next: null });
  });

  it('is none before a workshop, and before the server has shown one', () => {
    expect(stepNow(viewWith())).toBeNull();
    expect(stepNow(null)).toBeNull();
  });

  it('has a part for everybody unless it happens on the canvas alone', () => {
    expect(partOf({ kind: 'open' })).toBeNull();
    expect(partOf({ kind: 'group' })).toBeNull();
    expect(partOf({ kind: 'decide' })).toBe('decide');
    const unseen = {
      kind: 'private',
      scope: 'partner',
      reveal: 'named',
      revealBy: 'all',
      sectionKeys: [],
    } as const;
    expect(partOf(unseen)).toBe('private');
    expect(partOf({ ...unseen, into: 'widget' })).toBe('widget');
    expect(partOf({ kind: 'open', reviewsActions: true })).toBe('review');
  });
});
