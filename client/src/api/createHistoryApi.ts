import {
  createBoardResponse,
  newsResponse,
  removalsResponse,
  restoreResponse,
  snapshotContentResponse,
  snapshotSchema,
  snapshotsResponse,
  type BoardId,
  type CommandId,
  type News,
  type Result,
  type Snapshot,
  type SnapshotId,
} from '@common-ground/protocol';
import type { z } from 'zod';
import type { ApiError } from './ApiError.ts';
import { request, type Call, type Fetch } from './request.ts';

type Answer<T> = Promise<Result<T, ApiError>>;

/** What the server keeps of a board's past. */
export interface SnapshotsApi {
  /** Newest first. */
  list(): Answer<z.infer<typeof snapshotsResponse>>;
  /** Facilitators only: keeps the board as it is now. */
  take(name: string): Answer<Snapshot>;
  /** Facilitators only: names one, which is then kept for ever. */
  name(id: SnapshotId, name: string): Answer<Snapshot>;
  open(id: SnapshotId): Answer<z.infer<typeof snapshotContentResponse>>;
  /** Facilitators only: makes the board what it was; answers with what it was before that. */
  restore(id: SnapshotId): Answer<z.infer<typeof restoreResponse>>;
  /** Facilitators only: a new board that begins as this one was. */
  createBoard(id: SnapshotId, title: string): Answer<z.infer<typeof createBoardResponse>>;
}

/** What others did on a board. */
export interface NewsApi {
  /** How much since this participant was last here. */
  news(): Answer<News>;
  /** What was removed since then (server time, ms), newest first. */
  removals(since: number): Answer<z.infer<typeof removalsResponse>>;
  /** Everything up to then is no news any more. */
  seen(at: number): Answer<void>;
}

/** Makes both over a `fetch`, for one participant of one board. */
export function createHistoryApi(
  fetch: Fetch,
  { boardId, token }: { readonly boardId: BoardId; readonly token: string },
): SnapshotsApi & NewsApi {
  const send = <T>(call: Omit<Call<T>, 'token'>) =>
    request(fetch, { ...call, token, path: `/api/boards/${boardId}${call.path}` });
  return {
    list: () => send({ method: 'GET', path: '/snapshots', answer: snapshotsResponse }),
    take: (name) =>
      send({
        method: 'POST',
        path: '/snapshots',
        body: { name, ...command() },
        answer: snapshotSchema,
      }),
    name: (id, name) => send({ method: 'PATCH', path: pathOf(id), body: { name }, answer: snapshotSchema }),
    open: (id) => send({ method: 'GET', path: pathOf(id), answer: snapshotContentResponse }),
    restore: (id) =>
      send({ method: 'POST', path: pathOf(id, '/restore'), body: command(), answer: restoreResponse }),
    createBoard: (id, title) =>
      send({
        method: 'POST',
        path: pathOf(id, '/board'),
        body: { title, ...command() },
        answer: createBoardResponse,
      }),
    news: () => send({ method: 'GET', path: '/news', answer: newsResponse }),
    removals: (since) =>
      send({ method: 'GET', path: `/removals?since=${Math.floor(since)}`, answer: removalsResponse }),
    seen: (at) => send({ method: 'POST', path: '/seen', body: { at: Math.floor(at) }, answer: null }),
  };
}

/** A command of its own each time: what somebody asks for twice is done twice. */
function command(): { readonly commandId: CommandId } {
  return { commandId: crypto.randomUUID() as CommandId };
}

function pathOf(id: SnapshotId, rest = ''): string {
  return `/snapshots/${id}${rest}`;
}
