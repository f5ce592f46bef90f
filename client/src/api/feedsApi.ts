import {
  deliverySchema,
  feedsResponse,
  webhookSchema,
  webhooksResponse,
  type BoardId,
  type Delivery,
  type HappeningKind,
  type Result,
  type Webhook,
} from '@common-ground/protocol';
import type { z } from 'zod';
import type { ApiError } from './ApiError.ts';
import { request, type Fetch } from './request.ts';

type Answer<T> = Promise<Result<T, ApiError>>;

/** What those who are away are told, and where. */
export interface FeedsApi {
  /** The addresses of one's own; whoever knows them can read them. */
  feeds(boardId: BoardId, token: string): Answer<z.infer<typeof feedsResponse>>;
  /** Facilitators only, as all about webhooks. */
  webhooks(boardId: BoardId, token: string): Answer<z.infer<typeof webhooksResponse>>;
  addWebhook(
    boardId: BoardId,
    token: string,
    webhook: { url: string; kinds: readonly HappeningKind[] },
  ): Answer<Webhook>;
  removeWebhook(boardId: BoardId, token: string, webhookId: string): Answer<void>;
  /** Sends it a message that only says it is one; answers what became of it. */
  testWebhook(boardId: BoardId, token: string, webhookId: string): Answer<Delivery>;
}

/** Makes the {@link FeedsApi} over a `fetch`. */
export function createFeedsApi(fetch: Fetch): FeedsApi {
  return {
    feeds: (boardId, token) =>
      request(fetch, { method: 'GET', path: `/api/boards/${boardId}/feeds`, token, answer: feedsResponse }),
    webhooks: (boardId, token) =>
      request(fetch, { method: 'GET', path: hooks(boardId), token, answer: webhooksResponse }),
    addWebhook: (boardId, token, body) =>
      request(fetch, { method: 'POST', path: hooks(boardId), token, body, answer: webhookSchema }),
    removeWebhook: (boardId, token, id) =>
      request(fetch, { method: 'DELETE', path: hooks(boardId, `/${id}`), token, answer: null }),
    testWebhook: (boardId, token, id) =>
      request(fetch, { method: 'POST', path: hooks(boardId, `/${id}/test`), token, answer: deliverySchema }),
  };
}

function hooks(boardId: BoardId, rest = ''): string {
  return `/api/boards/${boardId}/webhooks${rest}`;
}
