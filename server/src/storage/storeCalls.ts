import type { DatabaseStores } from './DatabaseStores.ts';

/*
 * What passes between the main thread and the one that has the database: plain data and bytes, as the ports speak them.
 */

/** To the database's thread. */
export type StoreRequest =
  | {
      readonly kind: 'call';
      /** Comes back in the answer. */
      readonly id: number;
      readonly store: keyof DatabaseStores;
      readonly method: string;
      readonly args: readonly unknown[];
    }
  /** Closes the database; the thread ends. */
  | { readonly kind: 'close' };

/** From the database's thread. */
export type StoreReply =
  | { readonly kind: 'ready' }
  /** The database cannot be opened; the thread ends. */
  | { readonly kind: 'unusable'; readonly message: string }
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly error: PlainError };

/** An error as plain data: what its reader needs to tell a failing disk from a fault of ours. */
export interface PlainError {
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: unknown;
  /** SQLite's own code. */
  readonly errcode: unknown;
}

/** Every method of every store; does not compile while one is missing. */
export const storeMethods = {
  archives: { read: true, make: true, list: true },
  canvases: { load: true, append: true, fold: true },
  comments: { list: true, find: true, put: true, listSeen: true, markSeen: true },
  directory: {
    create: true,
    find: true,
    rename: true,
    ensurePartner: true,
    recordLaunch: true,
    findLaunch: true,
  },
  journal: { addRemovals: true, removals: true, seenUntil: true, noteSeen: true, noteCopy: true },
  links: { find: true, listOpen: true, protect: true, supply: true, renew: true, withdraw: true },
  participants: { find: true, list: true, add: true, change: true },
  snapshots: { add: true, list: true, find: true, findByCommand: true, name: true, remove: true },
  workshops: { load: true, append: true, noteEffects: true },
  ownTemplates: { list: true, find: true, add: true, remove: true },
  feeds: { add: true, list: true, setDueDays: true, listDueDays: true, untold: true, tell: true },
  webhooks: { list: true, add: true, remove: true, due: true, settle: true, log: true },
} as const satisfies { readonly [Store in keyof DatabaseStores]: Record<keyof DatabaseStores[Store], true> };

/** An error as it crosses between threads. */
export function toPlainError(error: unknown): PlainError {
  if (!(error instanceof Error)) {
    return { message: String(error), stack: undefined, code: undefined, errcode: undefined };
  }
  const { message, stack, code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
  return { message, stack, code, errcode };
}

/** The error again, on the other side. */
export function fromPlainError({ message, stack, code, errcode }: PlainError): Error {
  const error = Object.assign(new Error(message), { code, errcode });
  if (stack !== undefined) error.stack = stack;
  return error;
}
