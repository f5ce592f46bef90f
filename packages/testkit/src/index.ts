export { boardStoreContract, type BoardStoreSetup } from './boardStoreContract.ts';
export { FakeClock, settlePromises } from './FakeClock.ts';
export { FakeSocket } from './FakeSocket.ts';
export { MemoryBoardStore, type StoreMethod } from './MemoryBoardStore.ts';
export { MemoryWorkshopStore } from './MemoryWorkshopStore.ts';
export { SeededRandom, withSeed } from './SeededRandom.ts';
export { TestBoard, type RawConnection, type TestBoardOptions } from './TestBoard.ts';
export { TestClient, type TestClientOptions } from './TestClient.ts';
export { workshopStoreContract, type WorkshopStoreSetup } from './workshopStoreContract.ts';
