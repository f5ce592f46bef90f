import { boardStoreContract } from './boardStoreContract.ts';
import { MemoryBoardStore } from './MemoryBoardStore.ts';

boardStoreContract('MemoryBoardStore', async () => {
  const store = new MemoryBoardStore();
  return { store, createBoard: async (boardId) => store.createBoard(boardId) };
});
