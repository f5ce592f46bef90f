import { expect, it } from 'vitest';
import { Pacer } from './Pacer.ts';

it('a pacer gives as many as its rate says, however often it is asked', () => {
  const pacer = new Pacer(200, 1_000);
  expect(pacer.due(1_004)).toBe(0);
  expect(pacer.due(1_005)).toBe(1);
  expect(pacer.due(1_005)).toBe(0);
  expect(pacer.due(2_000)).toBe(199);
  expect(pacer.due(1_500)).toBe(0);
});
