import type { BoardId } from '@common-ground/protocol';
import type { FeedItem } from './FeedStore.ts';

/** What a webhook is sent: `{type, timestamp, data}` as Standard Webhooks has it. https://www.standardwebhooks.com */
export function webhookBody(boardId: BoardId, { at, id, happening }: FeedItem): string {
  const { kind, ...data } = happening;
  return JSON.stringify({
    type: kind,
    timestamp: new Date(at).toISOString(),
    data: { boardId, id, ...data },
  });
}
