import { expect, test } from 'vitest';
import { isLockedByHand } from './shapeLocks.ts';

test('a template’s ground is locked by nobody’s hand', () => {
  expect(isLockedByHand({ isLocked: true, meta: {} })).toBe(false);
  expect(isLockedByHand({ isLocked: true, meta: { lockedBy: 'fay' } })).toBe(true);
  expect(isLockedByHand({ isLocked: false, meta: { lockedBy: null } })).toBe(false);
});
