export type * from './ports/BoardStore.ts';
export type * from './ports/Clock.ts';
export type * from './ports/Socket.ts';
