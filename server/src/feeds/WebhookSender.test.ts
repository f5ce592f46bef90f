import { createHmac } from 'node:crypto';
import type { Webhook } from '@common-ground/protocol';
import { FakeClock, settlePromises } from '@common-ground/testkit';
import { beforeEach, expect, it } from 'vitest';
import { newBoard } from '../boards/boardDirectoryContract.ts';
import { SqliteBoardDirectory } from '../boards/SqliteBoardDirectory.ts';
import { openDatabase } from '../storage/Database.ts';
import { newWebhookSecret } from './signWebhook.ts';
import { SqliteFeedStore } from './SqliteFeedStore.ts';
import { SqliteWebhookStore } from './SqliteWebhookStore.ts';
import { WebhookSender } from './WebhookSender.ts';

/** An address that answers as told and keeps what it was sent. */
class FakeAddress {
  readonly received: { headers: Readonly<Record<string, string>>; body: string }[] = [];
  answers: (number | string)[] = [];

  readonly post = async (_url: string, headers: Readonly<Record<string, string>>, body: string) => {
    this.received.push({ headers, body });
    const answer = this.answers.shift() ?? 200;
    if (typeof answer === 'string') throw new Error(answer);
    return answer;
  };
}

const board = newBoard('b');
const webhook: Webhook = {
  id: 'hook',
  url: 'https://example.org/hook',
  kinds: ['decision-made'],
  secret: newWebhookSecret(),
  createdAt: 1,
};

let clock: FakeClock;
let address: FakeAddress;
let feeds: SqliteFeedStore;
let webhooks: SqliteWebhookStore;
let sender: WebhookSender;
beforeEach(async () => {
  const database = openDatabase(':memory:');
  clock = new FakeClock();
  address = new FakeAddress();
  feeds = new SqliteFeedStore(database);
  webhooks = new SqliteWebhookStore(database);
  await new SqliteBoardDirectory(database).create(board);
  await webhooks.add(board.id, webhook, 9);
  sender = new WebhookSender({
    store: webhooks,
    clock,
    post: address.post,
    newId: () => 'test-message',
    onError: (error) => {
      throw error;
    },
  });
});

async function decide(text: string): Promise<void> {
  await feeds.add(board.id, [{ id: text, at: clock.now(), happening: { kind: 'decision-made', text } }]);
}

async function pass(ms: number): Promise<void> {
  clock.advance(ms);
  await settlePromises();
}

it('signs what it sends as Standard Webhooks has it', async () => {
  await decide('go');
  await sender.run();
  const [message] = address.received;
  const {
    'webhook-id': id,
    'webhook-signature': signature,
    'webhook-timestamp': time,
  } = message?.headers ?? {};
  const key = Buffer.from(webhook.secret.slice('whsec_'.length), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${time}.${message?.body}`).digest('base64');
  expect(signature).toBe(`v1,${expected}`);
  expect(time).toBe(String(Math.floor(clock.now() / 1_000)));
  expect(await webhooks.log(board.id, 9)).toMatchObject([{ state: 'delivered', attempts: 1, answer: '200' }]);
});

it('tries again with growing pauses under the same id, and gives up in the end', async () => {
  address.answers = Array.from({ length: 20 }, (_, index) =>
    index % 2 ? 503 : 'No answer within ten seconds.',
  );
  await decide('go');
  await sender.run();
  expect(address.received).toHaveLength(1);
  await pass(60_000);
  expect(address.received).toHaveLength(2);
  for (let hours = 0; hours < 24; hours += 1) await pass(3_600_000);
  expect(address.received).toHaveLength(7);
  expect(new Set(address.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(await webhooks.log(board.id, 9)).toMatchObject([{ state: 'given-up', attempts: 7, nextAt: null }]);
});

it('sends what comes later though an earlier message waits', async () => {
  address.answers = [500];
  await decide('first');
  await sender.run();
  await decide('second');
  await sender.run();
  expect(address.received).toHaveLength(2);
  const states = (await webhooks.log(board.id, 9)).map(({ state }) => state);
  expect(states.toSorted()).toEqual(['delivered', 'waiting']);
});

it('tests an address once, and logs what it said', async () => {
  address.answers = ['There is no server of this name.'];
  expect(await sender.test(board.id, webhook)).toMatchObject({ kind: 'test', state: 'given-up' });
  expect(await webhooks.log(board.id, 9)).toMatchObject([
    { id: 'test-message', kind: 'test', answer: 'There is no server of this name.' },
  ]);
});

it('sends nothing once it is closed', async () => {
  await decide('go');
  sender.close();
  await sender.run();
  await pass(60_000);
  expect(address.received).toEqual([]);
});
