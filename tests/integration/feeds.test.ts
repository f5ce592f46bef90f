import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { firstPageId, noteShape, openBoard, writeChanges } from '@common-ground/board';
import {
  createBoardResponse,
  deliverySchema,
  feedsResponse,
  webhookSchema,
  webhooksResponse,
} from '@common-ground/protocol';
import type { TLShape } from '@tldraw/tlschema';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer, type TestServerOptions } from './support/startServer.ts';
import { call, createBoard, type CreatedBoard, Visitor } from './support/visit.ts';
import { anonymous, nextFrom, startCommand, write } from './support/workshopAgenda.ts';
import { WorkshopClient } from './support/WorkshopClient.ts';
import { YClient } from './support/YClient.ts';

let server: TestServer;
let board: CreatedBoard;
let fay: WorkshopClient;
let alice: WorkshopClient;
const closing: (() => void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) close();
  await server.close();
});

async function open(config: TestServerOptions['config'] = {}): Promise<void> {
  server = await startTestServer({ config });
  board = await createBoard(server, {
    title: 'Roads & bridges',
    templateId: 'retrospective',
    partners: ['North', 'South'],
  });
  fay = await join('facilitator', 'Fay');
  alice = await join('contributor', 'Alice');
}

async function join(role: 'facilitator' | 'contributor', name: string): Promise<WorkshopClient> {
  const client = await WorkshopClient.join(server, board, role, { name, partner: 'North' });
  closing.push(() => client.close());
  return client;
}

async function addressesOf({ token }: Visitor) {
  const { body } = await call(server, `/api/boards/${board.boardId}/feeds`, { token });
  return feedsResponse.parse(body);
}

async function read(address: string): Promise<{ status: number; text: string; type: string | null }> {
  const answer = await fetch(address);
  return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') };
}

/** Reads a feed until it holds the text; a test that waits in vain runs into its timeout. */
async function readUntil(address: string, text: string): Promise<string> {
  let feed = '';
  await expect
    .poll(async () => {
      feed = (await read(address)).text;
      return feed;
    })
    .toContain(text);
  return feed;
}

describe('a feed', () => {
  beforeEach(() => open());

  it('tells of steps, decisions and revealed notes, and of nothing secret', async () => {
    const { feed } = await addressesOf(alice.visitor);
    await fay.do(startCommand);
    await fay.do(nextFrom('arrive'));
    const until = Date.UTC(2031, 0, 2, 16, 30);
    await fay.do({ type: 'agenda.openUntil', expectedStepKey: 'gather', until });
    await alice.do(write('gather', anonymous, ['an unseen thought'], 'draft'));
    await fay.do({ type: 'outcomes.addDecision', text: 'We meet on Mondays.' });
    const before = await readUntil(feed, 'We meet on Mondays.');
    expect(before).toContain('Now: Step gather');
    expect(before).toContain('Open until 2031-01-02 16:30 UTC.');
    expect(before).toContain('Roads &amp; bridges');
    expect(before).not.toContain('unseen thought');
    await fay.do({ type: 'drafts.reveal', stepKey: 'gather', lane: null });
    const after = await readUntil(feed, 'an unseen thought');
    expect(after).not.toContain('Alice');
    expect((await read(feed)).type).toBe('application/atom+xml; charset=utf-8');
  });

  it('tells of notes that people added, with their section, and of no template', async () => {
    const { feed } = await addressesOf(alice.visitor);
    const canvas = await YClient.open(await Visitor.join(server, board, 'contributor', { name: 'Carol' }));
    closing.push(() => canvas.close());
    const doc = openBoard(canvas.doc);
    const isStart = (id: string) =>
      JSON.stringify(doc.shapes.get(id)?.get('b') ?? '').includes('"section":"start"');
    const section = [...doc.shapes.keys()].find(isStart);
    canvas.doc.transact(() => {
      for (const [id, parentId, text] of [
        ['shape:a', section ?? '', 'Start with tea'],
        ['shape:b', firstPageId, 'Lying about'],
        ['shape:c', firstPageId, ''],
      ] as const) {
        const seed = { id: id as TLShape['id'], parentId: parentId as TLShape['parentId'], meta: {} };
        const note = noteShape({ ...seed, index: 'a9' as TLShape['index'], x: 10, y: 10 }, text, 'yellow');
        writeChanges(doc, { added: { [note.id]: note }, updated: {}, removed: {} });
      }
    });
    const watcher = await YClient.open(fay.visitor);
    closing.push(() => watcher.close());
    await watcher.until((seen) => seen.getMap('shapes').has('shape:c'));
    // A room that closes tells at once of what it would have told after a quiet while.
    await server.restart();
    const text = await readUntil(feed, 'notes were added');
    expect(text).toContain('2 notes were added');
    expect(text).toMatch(/– Start[^:]*: Start with tea/);
    expect(text).toContain('– Lying about');
  });

  it('opens to its own key only, and no more to somebody removed', async () => {
    const { calendar, feed } = await addressesOf(alice.visitor);
    expect((await read(feed)).status).toBe(200);
    expect((await read(feed.replace(alice.id, fay.id))).status).toBe(404);
    expect((await read(`${feed}x`)).status).toBe(404);
    expect((await read(feed.replace(board.boardId, 'another'))).status).toBe(404);
    await fay.do({ type: 'people.remove', participantId: alice.id });
    await expect.poll(async () => (await read(feed)).status).toBe(403);
    expect((await read(calendar)).status).toBe(403);
  });
});

describe('a calendar', () => {
  it('has what is due and the day to look again, and follows their changes', async () => {
    await open();
    const { calendar } = await addressesOf(alice.visitor);
    const details = { owner: 'Alice', partnerId: null, aboutId: null };
    const added = { type: 'outcomes.addAction', what: 'Book a room', due: '2031-03-01', ...details } as const;
    const actionId = (await fay.do(added)).ids[0] ?? '';
    await fay.do({ type: 'outcomes.setFollowUp', day: '2031-06-01' });
    const first = await readUntil(calendar, '20310601');
    expect(first).toContain('SUMMARY:Due: Book a room');
    expect(first).toContain('DTSTART;VALUE=DATE:20310301');
    await fay.do({ type: 'outcomes.editAction', actionId, changes: { due: '2031-03-09' } });
    await readUntil(calendar, '20310309');
    await fay.do({ type: 'outcomes.editAction', actionId, changes: { status: 'done' } });
    await expect.poll(async () => (await read(calendar)).text).not.toContain('Book a room');
  });

  it('tells in the feed once a day has come, also after a restart', async () => {
    await open();
    const { feed } = await addressesOf(alice.visitor);
    const details = { owner: null, partnerId: null, aboutId: null };
    await fay.do({ type: 'outcomes.addAction', what: 'Long overdue', due: '2020-01-02', ...details });
    const { calendar } = await addressesOf(alice.visitor);
    await readUntil(calendar, 'Long overdue');
    await server.restart();
    const text = await readUntil(feed, 'Due 2020-01-02: Long overdue');
    await server.restart();
    expect(text.match(/<entry>/g)).toHaveLength(1);
    expect((await read(feed)).text.match(/<entry>/g)).toHaveLength(1);
  });
});

/** Lets in a facilitator who looks at no canvas: the board stays unopened. */
async function visit(copy: CreatedBoard) {
  const visitor = await Visitor.join(server, copy, 'facilitator', { name: 'Gus' });
  const addresses = await call(server, `/api/boards/${copy.boardId}/feeds`, { token: visitor.token });
  return { visitor, ...feedsResponse.parse(addresses.body) };
}

describe('what is due on a board that comes with its outcomes', () => {
  const details = { partnerId: null, aboutId: null };
  const overdue = {
    type: 'outcomes.addAction',
    what: 'Dig a well',
    due: '2020-01-02',
    owner: 'Alice',
  } as const;

  it('is told by a board file that was imported, though nobody opens the board or changes anything', async () => {
    await open({ privateWebhooks: true });
    await fay.do({ ...overdue, ...details });
    await fay.do({ type: 'outcomes.setFollowUp', day: '2020-02-03' });
    const file = await fetch(`${server.url}/api/boards/${board.boardId}/file`, {
      headers: { authorization: `Bearer ${fay.visitor.token}` },
    });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const headers = { 'content-type': 'application/zip' };
    const answer = await call(server, '/api/boards/file', { bytes, headers });
    const copy = createBoardResponse.parse(answer.body);
    const { calendar, feed, visitor } = await visit(copy);
    expect((await read(calendar)).text).toContain('SUMMARY:Due: Dig a well');
    expect((await read(calendar)).text).toContain('20200203');
    const receiver = new Receiver();
    closing.push(() => receiver.close());
    const json = { url: await receiver.listen(), kinds: ['action-due', 'follow-up'] };
    await call(server, `/api/boards/${copy.boardId}/webhooks`, { token: visitor.token, json });
    await server.restart();
    await readUntil(feed, 'Due 2020-01-02: Dig a well');
    await readUntil(feed, 'Look again: 2020-02-03');
    await expect
      .poll(() => receiver.received.map(({ type }) => type).toSorted())
      .toEqual(['action-due', 'follow-up']);
  });

  it('is told by the board that follows another', async () => {
    await open();
    await fay.do({ ...overdue, ...details });
    const path = `/api/boards/${board.boardId}/successors`;
    const answer = await call(server, path, { token: fay.visitor.token, json: { title: 'Next time' } });
    const { calendar } = await visit(createBoardResponse.parse(answer.body));
    expect(await readUntil(calendar, 'SUMMARY:Due: Dig a well')).toContain('Owner: Alice');
  });
});

/** An address of somebody's own. */
class Receiver {
  readonly received: { readonly type: string; readonly text: string }[] = [];
  status = 200;
  #server: Server | null = null;

  async listen(): Promise<string> {
    const listening = createServer((request, response) => void this.#take(request, response));
    this.#server = listening;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/hook`;
  }

  close(): void {
    this.#server?.close();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    this.received.push({ type: (JSON.parse(body) as { type: string }).type, text: body });
    response.writeHead(this.status).end();
  }
}

const path = () => `/api/boards/${board.boardId}/webhooks`;

const add = (url: string, kinds: readonly string[], { token }: Visitor = fay.visitor) =>
  call(server, path(), { token, json: { url, kinds } });

describe('webhooks', () => {
  it('are told what they asked for, and the facilitator how it went', async () => {
    await open({ privateWebhooks: true });
    const receiver = new Receiver();
    closing.push(() => receiver.close());
    const added = await add(await receiver.listen(), ['decision-made']);
    expect(added.status).toBe(201);
    const webhook = webhookSchema.parse(added.body);
    const tested = await call(server, `${path()}/${webhook.id}/test`, {
      method: 'POST',
      token: fay.visitor.token,
    });
    expect(deliverySchema.parse(tested.body)).toMatchObject({
      kind: 'test',
      state: 'delivered',
      answer: '200',
    });
    await fay.do(startCommand);
    await fay.do({ type: 'outcomes.addDecision', text: 'We meet on Mondays.' });
    await expect.poll(() => receiver.received.length).toBe(2);
    expect(receiver.received[1]).toMatchObject({ type: 'decision-made' });
    expect(receiver.received[1]?.text).toContain('We meet on Mondays.');

    receiver.status = 503;
    await fay.do({ type: 'outcomes.addDecision', text: 'And on Fridays.' });
    const log = async () =>
      webhooksResponse.parse((await call(server, path(), { token: fay.visitor.token })).body).deliveries;
    await expect
      .poll(async () => (await log()).map(({ answer, state }) => `${state} ${answer}`).toSorted())
      .toEqual(['delivered 200', 'delivered 200', 'waiting 503']);
    const removed = await call(server, `${path()}/${webhook.id}`, {
      method: 'DELETE',
      token: fay.visitor.token,
    });
    expect(removed.status).toBe(204);
    expect(await log()).toEqual([]);
  });

  it('are the facilitators’ business, over https, ten a board', async () => {
    await open();
    const https = 'https://example.org/hook';
    expect((await add(https, ['step-opened'], alice.visitor)).status).toBe(403);
    expect((await call(server, path(), { token: alice.visitor.token })).status).toBe(403);
    expect((await add('http://example.org/hook', ['step-opened'])).body).toMatchObject({
      code: 'webhook_refused',
    });
    expect((await add('ftp://example.org', ['step-opened'])).status).toBe(400);
    expect((await add(https, [])).status).toBe(400);
    for (let count = 0; count < 10; count += 1) expect((await add(https, ['step-opened'])).status).toBe(201);
    expect(await add(https, ['step-opened'])).toMatchObject({ status: 409, body: { code: 'webhook_limit' } });
  });
});
