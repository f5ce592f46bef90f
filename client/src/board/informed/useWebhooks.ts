import type { Delivery, HappeningKind, Result, Webhook } from '@common-ground/protocol';
import { useCallback, useEffect, useState } from 'react';
import type { ApiError } from '../../api/ApiError.ts';
import { useApi } from '../../api/useApi.ts';
import type { BoardSession } from '../../session/boardSessions.ts';

/** A board's webhooks, and what a facilitator does to them. */
export interface WebhooksState {
  /** Null until the server has answered. */
  readonly webhooks: readonly Webhook[] | null;
  /** Newest first. */
  readonly deliveries: readonly Delivery[];
  /** Why the latest call did not work. */
  readonly failure: ApiError | null;
  /** The webhook that a test is on its way to. */
  readonly testing: string | null;
  /** Resolves to whether it was added. */
  readonly add: (url: string, kinds: readonly HappeningKind[]) => Promise<boolean>;
  readonly remove: (webhookId: string) => void;
  readonly test: (webhookId: string) => void;
  readonly refresh: () => void;
}

/** Reads a board's webhooks, and again after everything that is done to them. */
export function useWebhooks({ boardId, token }: BoardSession): WebhooksState {
  const api = useApi();
  const [state, setState] = useState<Pick<WebhooksState, 'webhooks' | 'deliveries'>>(nothing);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [testing, setTesting] = useState<string | null>(null);

  const load = useCallback(async () => {
    const answer = await api.webhooks(boardId, token);
    if (answer.ok) setState(answer.value);
    else setFailure(answer.error);
  }, [api, boardId, token]);
  useEffect(() => void load(), [load]);

  const act = async (doing: Promise<Result<unknown, ApiError>>): Promise<boolean> => {
    const done = await doing;
    setFailure(done.ok ? null : done.error);
    await load();
    return done.ok;
  };
  return {
    ...state,
    failure,
    testing,
    add: (url, kinds) => act(api.addWebhook(boardId, token, { url, kinds })),
    remove: (webhookId) => void act(api.removeWebhook(boardId, token, webhookId)),
    test: (webhookId) => {
      setTesting(webhookId);
      void act(api.testWebhook(boardId, token, webhookId)).finally(() => setTesting(null));
    },
    refresh: () => void load(),
  };
}

const nothing = { webhooks: null, deliveries: [] };
