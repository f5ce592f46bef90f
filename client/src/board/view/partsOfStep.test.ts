import type { Step, StepMode } from '@common-ground/workshop';
import { describe, expect, it } from 'vitest';
import { keysOfStep, partsOfStep, type TemplatePart } from './partsOfStep.ts';

const step = (mode: StepMode, focus?: readonly string[]): Step => ({
  key: 'step',
  title: 'A step',
  instruction: 'Do it.',
  minutes: 5,
  mode,
  ...(focus === undefined ? {} : { focus }),
});
const writing = (sectionKeys: readonly string[]): StepMode => ({
  kind: 'private',
  scope: 'partner',
  reveal: 'named',
  revealBy: 'all',
  sectionKeys,
});
const part = (launch: string, key: string, partnerId: string | null = null): TemplatePart => ({
  id: `shape:${launch}-${key}`,
  key,
  launch,
  partnerId,
});
const idsOf = (parts: readonly TemplatePart[]) => parts.map(({ id }) => id);

describe('what a step is about', () => {
  it('is what it says, else what its mode names, else nothing in particular', () => {
    expect(keysOfStep(step(writing(['need']), ['matrix']))).toEqual(['matrix']);
    expect(keysOfStep(step(writing(['need'])))).toEqual(['need']);
    expect(keysOfStep(step({ kind: 'commit', signers: 'partner', sectionKeys: ['agreement'] }))).toEqual([
      'agreement',
    ]);
    expect(keysOfStep(step({ kind: 'decide' }))).toEqual([]);
    expect(keysOfStep(step({ kind: 'group' }))).toEqual([]);
  });

  it('is found on the canvas by its keys, whether section or widget', () => {
    const parts = [part('one', 'start'), part('one', 'stop'), part('one', 'actions')];
    const shown = partsOfStep(parts, step({ kind: 'group' }, ['start', 'stop', 'gone']), ['one'], null);
    expect(idsOf(shown)).toEqual(['shape:one-start', 'shape:one-stop']);
  });

  it('is in the template laid out last that has it', () => {
    const parts = [part('old', 'start'), part('new', 'start'), part('old', 'extra')];
    const show = (key: string) =>
      idsOf(partsOfStep(parts, step({ kind: 'group' }, [key]), ['new', 'old'], null));
    expect(show('start')).toEqual(['shape:new-start']);
    expect(show('extra')).toEqual(['shape:old-extra']);
    expect(partsOfStep(parts, step({ kind: 'group' }, ['start']), ['another'], null)).toEqual([]);
  });

  it('is one’s own lanes where partners write unseen, and everybody’s otherwise', () => {
    const lanes = [part('one', 'need:a', 'a'), part('one', 'need:b', 'b'), part('one', 'rules')];
    const keys = lanes.map(({ key }) => key);
    const show = (mode: StepMode, partnerId: string | null) =>
      idsOf(partsOfStep(lanes, step(mode, keys), ['one'], partnerId));
    expect(show(writing(keys), 'b')).toEqual(['shape:one-need:b', 'shape:one-rules']);
    expect(show(writing(keys), 'c')).toHaveLength(3);
    expect(show(writing(keys), null)).toHaveLength(3);
    expect(show({ kind: 'group' }, 'b')).toHaveLength(3);
  });
});
