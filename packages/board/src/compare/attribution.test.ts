import type { ParticipantId } from '@common-ground/protocol';
import { expect, test } from 'vitest';
import { changedOf, createdOf, stampOf } from './attribution.ts';

const alice = 'alice' as ParticipantId;
const bob = 'bob' as ParticipantId;
const minute = 60_000;

test('a record tells who made it and who changed it last', () => {
  const meta = { by: alice, at: 1_000, changedBy: bob, changedAt: 2_000 };
  expect(createdOf(meta)).toEqual({ by: alice, at: 1_000 });
  expect(changedOf(meta)).toEqual({ by: bob, at: 2_000 });
  expect(changedOf({ by: alice, at: 1_000 })).toEqual({ by: alice, at: 1_000 });
});

test('what is no person or no time is nobody and never', () => {
  expect(createdOf({ by: 7, at: 'yesterday' })).toEqual({ by: null, at: null });
  expect(changedOf({ changedBy: 'not a plain id!', changedAt: 5 })).toEqual({ by: null, at: 5 });
});

test('one stamp a minute is enough for one person, another person gets their own at once', () => {
  const meta = { by: alice, at: 0, ...stampOf({ by: alice, at: 0 }, alice, minute) };
  expect(meta).toMatchObject({ changedBy: alice, changedAt: minute });
  expect(stampOf(meta, alice, minute + 59_999)).toBeNull();
  expect(stampOf(meta, alice, 2 * minute)).toEqual({ changedBy: alice, changedAt: 2 * minute });
  expect(stampOf(meta, bob, minute + 1)).toEqual({ changedBy: bob, changedAt: minute + 1 });
});

test('whoever writes on in what they have just made needs no stamp', () => {
  expect(stampOf({ by: alice, at: minute }, alice, minute + 30_000)).toBeNull();
});

test('a stamp from a clock that runs ahead is replaced', () => {
  expect(stampOf({ changedBy: alice, changedAt: 9 * minute }, alice, minute)).not.toBeNull();
});

test('a note of an anonymous step tells when it was changed, not by whom', () => {
  const meta = { stepKey: 'write', partnerId: 'north' };
  expect(stampOf(meta, alice, minute)).toEqual({ changedBy: null, changedAt: minute });
  expect(stampOf({ ...meta, createdBy: bob }, alice, minute)).toEqual({
    changedBy: alice,
    changedAt: minute,
  });
});
