export type * from './Step.ts';
