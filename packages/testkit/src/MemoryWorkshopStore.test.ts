import type { BoardId } from '@common-ground/protocol';
import { expect, it } from 'vitest';
import { MemoryWorkshopStore } from './MemoryWorkshopStore.ts';
import { workshopStoreContract } from './workshopStoreContract.ts';

workshopStoreContract('MemoryWorkshopStore', async () => {
  const store = new MemoryWorkshopStore();
  return { store, createBoard: async (boardId) => store.createBoard(boardId) };
});

it('MemoryWorkshopStore fails as often as it is asked to', async () => {
  const store = new MemoryWorkshopStore();
  store.createBoard('board' as BoardId);
  store.failNext();
  await expect(store.load('board' as BoardId)).rejects.toThrow('full');
  expect((await store.load('board' as BoardId)).events).toEqual([]);
});
