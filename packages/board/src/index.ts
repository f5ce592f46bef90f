export type * from './layout/Layout.ts';
