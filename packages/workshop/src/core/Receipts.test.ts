import type { CommandId } from '@common-ground/protocol';
import { expect, test } from 'vitest';
import { workshopLimits } from '../limits.ts';
import { personId } from '../testing/TestWorkshop.ts';
import { type Receipts, addReceipt, receiptOf } from './Receipts.ts';

const receipt = (commandId: string) => ({
  commandId: commandId as CommandId,
  answer: { ok: true, value: { ids: [] } } as const,
});

test('the latest answers of each person are kept apart, and only so many', () => {
  const max = workshopLimits.maxReceiptsPerPerson;
  let receipts: Receipts = addReceipt([], personId('bob'), receipt('of-bob'));
  for (let index = 0; index <= max; index += 1) {
    receipts = addReceipt(receipts, personId('alice'), receipt(`c${index}`));
  }
  expect(receiptOf(receipts, personId('alice'), 'c0' as CommandId)).toBeNull();
  expect(receiptOf(receipts, personId('alice'), 'c1' as CommandId)).toEqual(receipt('c1'));
  expect(receiptOf(receipts, personId('alice'), 'of-bob' as CommandId)).toBeNull();
  expect(receiptOf(receipts, personId('bob'), 'of-bob' as CommandId)).not.toBeNull();
  expect(receipts.map(({ participantId }) => participantId)).toEqual(['bob', 'alice']);
});
