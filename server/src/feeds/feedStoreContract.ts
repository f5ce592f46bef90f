import type { BoardId, DueDay, Happening, Webhook } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import type { BoardDirectory } from '../boards/BoardDirectory.ts';
import { newBoard } from '../boards/boardDirectoryContract.ts';
import { keptItems, type FeedItem, type FeedStore } from './FeedStore.ts';
import type { WebhookStore } from './WebhookStore.ts';

/** The two stores and the directory of the same storage. */
export interface FeedStores {
  readonly feeds: FeedStore;
  readonly webhooks: WebhookStore;
  readonly directory: BoardDirectory;
}

const board = newBoard('b');
const other = newBoard('c');
const decision: Happening = { kind: 'decision-made', text: 'We go on.' };
const item = (id: string, at: number): FeedItem => ({ id, at, happening: decision });
const due = (id: string, day: string): DueDay => ({ id, day, what: `do ${id}`, owner: null });
const webhook: Webhook = {
  id: 'hook',
  url: 'https://example.org/hook',
  kinds: ['decision-made', 'action-due'],
  secret: 'whsec_AAAA',
  createdAt: 1,
};

/** What any {@link FeedStore} has to do together with its {@link WebhookStore}; `setup` makes empty ones. */
export function feedStoreContract(title: string, setup: () => FeedStores): void {
  async function withBoards(): Promise<FeedStores> {
    const stores = setup();
    await stores.directory.create(board);
    await stores.directory.create(other);
    return stores;
  }
  describeFeeds(title, withBoards);
  describeWebhooks(title, withBoards);
  describeMessages(title, withBoards);
}

type WithBoards = () => Promise<FeedStores>;

function describeFeeds(title: string, withBoards: WithBoards): void {
  describe(`${title} as a FeedStore`, () => {
    it('lists what happened, newest first, each once, on its own board only', async () => {
      const { feeds } = await withBoards();
      await feeds.add(board.id, [item('a', 1), item('b', 2)]);
      await feeds.add(board.id, [{ ...item('a', 9), happening: { kind: 'follow-up', due: '2027-01-01' } }]);
      expect(await feeds.list(board.id, 10)).toEqual([item('b', 2), item('a', 1)]);
      expect(await feeds.list(board.id, 1)).toEqual([item('b', 2)]);
      expect(await feeds.list(other.id, 10)).toEqual([]);
    });

    it('keeps the latest', async () => {
      const { feeds } = await withBoards();
      const items = Array.from({ length: keptItems + 5 }, (_, index) => item(`i${index}`, index));
      await feeds.add(board.id, items);
      const kept = await feeds.list(board.id, keptItems * 2);
      expect(kept).toHaveLength(keptItems);
      expect(kept.at(-1)?.id).toBe('i5');
    });

    it('tells a day once, and again when it is put off', async () => {
      const { feeds } = await withBoards();
      await feeds.setDueDays(board.id, [due('x', '2027-01-02'), due('y', '2027-02-01')]);
      expect(await feeds.listDueDays(board.id)).toEqual([due('x', '2027-01-02'), due('y', '2027-02-01')]);
      expect(await feeds.untold('2027-01-01')).toEqual([]);
      const come = { boardId: board.id, dueDay: due('x', '2027-01-02') };
      expect(await feeds.untold('2027-01-02')).toEqual([come]);
      await feeds.tell(board.id, come.dueDay, item('due-x', 5));
      expect(await feeds.untold('2027-01-02')).toEqual([]);
      expect(await feeds.list(board.id, 10)).toEqual([item('due-x', 5)]);

      await feeds.setDueDays(board.id, [{ ...due('x', '2027-01-02'), owner: 'Alice' }]);
      expect(await feeds.untold('2027-01-31')).toEqual([]);
      await feeds.setDueDays(board.id, [due('x', '2027-01-30')]);
      expect(await feeds.untold('2027-01-31')).toEqual([{ ...come, dueDay: due('x', '2027-01-30') }]);
      await feeds.setDueDays(board.id, []);
      expect(await feeds.untold('2027-01-31')).toEqual([]);
    });
  });
}

function describeWebhooks(title: string, withBoards: WithBoards): void {
  describe(`${title} as a WebhookStore`, () => {
    it('lists, bounds and removes the webhooks of a board', async () => {
      const { webhooks } = await withBoards();
      expect(await webhooks.add(board.id, webhook, 1)).toBe(true);
      expect(await webhooks.add(board.id, { ...webhook, id: 'second' }, 1)).toBe(false);
      expect(await webhooks.add(other.id, { ...webhook, id: 'third' }, 1)).toBe(true);
      expect(await webhooks.list(board.id)).toEqual([webhook]);
      expect(await webhooks.remove(other.id, webhook.id)).toBe(false);
      expect(await webhooks.remove(board.id, webhook.id)).toBe(true);
      expect(await webhooks.list(board.id)).toEqual([]);
      expect(await webhooks.add('nowhere' as BoardId, webhook, 1)).toBe(false);
    });

    it('has a message waiting for each webhook that asked for the kind', async () => {
      const { feeds, webhooks } = await withBoards();
      await webhooks.add(board.id, webhook, 9);
      await webhooks.add(board.id, { ...webhook, id: 'steps', kinds: ['step-opened'] }, 9);
      await feeds.add(board.id, [item('a', 10)]);
      await feeds.add(board.id, [item('a', 10)]);
      expect(await webhooks.due(9, 10)).toEqual([]);
      const [message, ...rest] = await webhooks.due(10, 10);
      expect(rest).toEqual([]);
      expect(message).toMatchObject({
        boardId: board.id,
        url: webhook.url,
        secret: webhook.secret,
        delivery: { webhookId: 'hook', kind: 'decision-made', at: 10, state: 'waiting', attempts: 0 },
      });
      expect(JSON.parse(message?.body ?? '')).toEqual({
        type: 'decision-made',
        timestamp: '1970-01-01T00:00:00.010Z',
        data: { boardId: board.id, id: 'a', text: 'We go on.' },
      });
    });
  });
}

function describeMessages(title: string, withBoards: WithBoards): void {
  describe(`${title} as a WebhookStore that sends`, () => {
    it('notes what became of a message', async () => {
      const { feeds, webhooks } = await withBoards();
      await webhooks.add(board.id, webhook, 9);
      await feeds.add(board.id, [item('a', 10)]);
      const [message] = await webhooks.due(10, 10);
      if (!message) throw new Error('nothing waits');
      const failed = { state: 'waiting', attempts: 1, nextAt: 500, answer: '503' } as const;
      await webhooks.settle(board.id, message.delivery, failed);
      expect(await webhooks.due(499, 10)).toEqual([]);
      expect((await webhooks.due(500, 10))[0]).toMatchObject({ body: message.body, delivery: failed });
      const done = { state: 'delivered', attempts: 2, nextAt: null, answer: '204' } as const;
      await webhooks.settle(board.id, message.delivery, done);
      expect(await webhooks.due(9_999, 10)).toEqual([]);
      expect(await webhooks.log(board.id, 10)).toEqual([{ ...message.delivery, ...done }]);
      expect(await webhooks.log(other.id, 10)).toEqual([]);
    });

    it('sends nothing to a webhook that was removed, and logs nothing for it', async () => {
      const { feeds, webhooks } = await withBoards();
      await webhooks.add(board.id, webhook, 9);
      await feeds.add(board.id, [item('a', 10)]);
      const [message] = await webhooks.due(10, 10);
      await webhooks.remove(board.id, webhook.id);
      expect(await webhooks.due(10, 10)).toEqual([]);
      if (message) {
        const done = { state: 'delivered', attempts: 1, nextAt: null, answer: '200' } as const;
        await webhooks.settle(board.id, message.delivery, done);
      }
      expect(await webhooks.log(board.id, 10)).toEqual([]);
    });
  });
}
