export type * from './ports/BoardStore.ts';
export type * from './ports/Clock.ts';
export type * from './ports/Socket.ts';
export { Committer, type Commit, type CommitterOptions, type StorageHealth } from './room/Committer.ts';
export { Room, type JoinRequest, type Refused, type RoomHooks, type RoomOptions } from './room/Room.ts';
export { RoomRegistry, type RoomRegistryOptions } from './room/RoomRegistry.ts';
export { defaultRoomLimits, type RoomLimits } from './room/RoomLimits.ts';
export { type Joining, type Session } from './room/Session.ts';
export { type ServerEditSource, type TransactionOrigin } from './room/TransactionOrigin.ts';
