import { expect, test } from 'vitest';
import type { Finding } from './Finding.ts';
import { findingIds, findingsByTarget, keyOfTarget, spokenFindings } from './marks.ts';

const cell = { kind: 'cell', shapeId: 'shape:m', rowId: 'r', columnId: 'c' } as const;
const note = { kind: 'shape', shapeId: 'shape:n' } as const;
const finding = (id: string, more: Partial<Finding>): Finding => ({
  id,
  templateId: 'raci',
  code: id,
  severity: 'error',
  audience: 'everyone',
  sentence: `${id} is wrong.`,
  advice: 'Put it right.',
  targets: [cell],
  ...more,
});

test('findings stand at each of their targets, once, in their order', () => {
  const [one, two] = [finding('one', {}), finding('two', { targets: [note, cell, note] })];
  const byTarget = findingsByTarget([one, two]);
  expect(byTarget.get(keyOfTarget(cell))).toEqual([one, two]);
  expect(byTarget.get(keyOfTarget(note))).toEqual([two]);
  expect(findingIds([one, two])).toBe('one\ntwo');
});

test('a screen reader hears the word, the sentence and what to do', () => {
  expect(
    spokenFindings([finding('one', {}), finding('two', { severity: 'insight', advice: '' })], 'en'),
  ).toBe('Error: one is wrong. Put it right. Insight: two is wrong.');
});
