import { protocolVersion, type CommentThread, type Role } from '@common-ground/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { filesWith } from './support/dataFiles.ts';
import { RawSocket } from './support/RawSocket.ts';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { createBoard, Visitor, type CreatedBoard } from './support/visit.ts';

let server: TestServer;
let board: CreatedBoard;
let alice: Visitor;
let bob: Visitor;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  board = await createBoard(server);
  alice = await Visitor.join(server, board, 'contributor', { name: 'Alice' });
  bob = await Visitor.join(server, board, 'commenter', { name: 'Bob' });
});

const place = { pageId: 'page:page', x: 10, y: 20, shape: null };
const start = (text: string, more: object = {}) => {
  return { type: 'start', threadId: 't1', commentId: 'c1', place, text, ...more };
};
const reply = (text: string, commentId = 'c2') => ({ type: 'reply', threadId: 't1', commentId, text });

function give(who: Visitor, json: object) {
  return who.call('/comments', { method: 'POST', json });
}

async function connect(who: Visitor): Promise<RawSocket> {
  return RawSocket.open(await who.syncAddress({ v: String(protocolVersion) }));
}

async function seen(who: Visitor): Promise<unknown> {
  return (await who.call('/comments')).body?.['seen'];
}

async function threadsOf(who: Visitor): Promise<readonly CommentThread[]> {
  return (await who.call('/comments')).body?.['threads'] as CommentThread[];
}

describe('comments', () => {
  it('are everybody’s to read and a commenter’s to write, under their own name', async () => {
    expect(await give(alice, start('Why?'))).toMatchObject({
      status: 200,
      body: { thread: { id: 't1', version: 1, comments: [{ by: alice.participantId, text: 'Why?' }] } },
    });
    const forged = { ...reply('Because.'), by: alice.participantId, at: 1 };
    const answered = await give(bob, forged);
    expect(answered.body).toMatchObject({
      thread: { version: 2, comments: [{}, { by: bob.participantId, text: 'Because.' }] },
    });
    const olga = await Visitor.join(server, board, 'observer');
    expect(await threadsOf(olga)).toEqual([answered.body?.['thread']]);
    expect(await give(olga, reply('Me too', 'c3'))).toMatchObject({
      status: 403,
      body: { code: 'role_insufficient' },
    });
  });

  it('are written once however often they are sent, and are there after a restart', async () => {
    await give(alice, start('Why?'));
    await give(bob, reply('Because.'));
    const before = await threadsOf(alice);
    expect((await give(bob, reply('Because.'))).status).toBe(200);
    expect((await give(alice, start('Why?'))).status).toBe(200);
    await server.restart();
    expect(await threadsOf(bob)).toEqual(before);
  });

  it('belong to their author: others are refused, and what is removed leaves no word', async () => {
    await give(alice, start('Confidential remark'));
    const edit = { type: 'edit', threadId: 't1', commentId: 'c1', rev: 0, text: 'Changed' };
    const refused = { status: 403, body: { code: 'comment_not_yours' } };
    expect(await give(bob, edit)).toMatchObject(refused);
    expect(await give(bob, { type: 'remove', threadId: 't1', commentId: 'c1' })).toMatchObject(refused);
    expect((await give(alice, { ...edit, rev: 7 })).body).toMatchObject({ code: 'comment_changed' });
    await give(alice, { type: 'remove', threadId: 't1', commentId: 'c1' });
    expect(JSON.stringify(await threadsOf(bob))).not.toContain('Confidential');
    await server.restart();
    expect(filesWith(server.dataDir, 'Confidential remark')).toEqual([]);
  });

  it('of one board are not another’s', async () => {
    await give(alice, start('Why?'));
    const other = await Visitor.join(server, await createBoard(server), 'contributor');
    expect(await threadsOf(other)).toEqual([]);
    expect((await give(other, reply('Hello'))).body).toMatchObject({ code: 'comment_unknown' });
  });

  it.each([
    { type: 'start' },
    start(''),
    start('x'.repeat(4_001)),
    start('x', { threadId: '../x' }),
    start('x', { place: { ...place, x: 'far' } }),
    { type: 'resolve', threadId: 't1', isResolved: true },
    { type: 'forge', threadId: 't1' },
  ])('refuses %j', async (json) => {
    expect(await give(alice, json)).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });
});

describe('unread marks', () => {
  it('are each participant’s own', async () => {
    await give(alice, start('Why?'));
    await give(bob, reply('Because.'));
    expect([await seen(alice), await seen(bob)]).toEqual([{ t1: 1 }, { t1: 2 }]);
    const mark = { method: 'POST', json: { seen: { t1: 2 } } } as const;
    expect((await alice.call('/comments/seen', mark)).status).toBe(204);
    expect(await seen(alice)).toEqual({ t1: 2 });
    expect(
      await alice.call('/comments/seen', { method: 'POST', json: { seen: { '../x': 1 } } }),
    ).toMatchObject({
      status: 400,
    });
  });
});

describe('over the websocket', () => {
  it('everybody is told what was written, and one’s other windows what one has read', async () => {
    const olga = await Visitor.join(server, board, 'observer');
    const [watching, second] = [await connect(olga), await connect(alice)];
    const { body } = await give(alice, start('Why?'));
    await watching.until(({ messages }) => messages.some(({ type }) => type === 'comments'));
    const told = watching.messages.filter(({ type }) => type === 'comments');
    expect(told).toEqual([{ type: 'comments', change: { threads: [body?.['thread']] } }]);
    await second.until(({ messages }) => messages.some(({ type }) => type === 'commentsSeen'));
    expect(second.messages.find(({ type }) => type === 'commentsSeen')).toEqual({
      type: 'commentsSeen',
      seen: { t1: 1 },
    });
    expect(watching.messages.some(({ type }) => type === 'commentsSeen')).toBe(false);
    for (const socket of [watching, second]) socket.close();
  });

  it('a plain y-websocket client is told nothing of it', async () => {
    const plain = await RawSocket.open(await alice.syncAddress());
    const extra = await connect(bob);
    await give(alice, start('Why?'));
    await extra.until(({ messages }) => messages.some(({ type }) => type === 'comments'));
    expect(plain.messages).toEqual([]);
    for (const socket of [plain, extra]) socket.close();
  });
});

it('a participant who floods is told to wait, and nobody else', async () => {
  const statuses = new Set<number>();
  for (let n = 0; n < 125; n += 1) statuses.add((await give(alice, reply('x', `c${n}`))).status);
  expect(statuses).toContain(429);
  expect((await give(bob, start('Calm'))).status).toBe(200);
});

it('a role taken away stops comments at once', async () => {
  const roles: readonly Role[] = ['observer'];
  const fay = await Visitor.join(server, board, 'facilitator');
  const socket = await RawSocket.open(await fay.syncAddress({ v: String(protocolVersion) }));
  expect((await give(bob, start('One'))).status).toBe(200);
  const again = await Visitor.join(server, board, roles[0] ?? 'observer', { name: 'Bob', token: bob.token });
  expect(again.participantId).toBe(bob.participantId);
  expect((await give(bob, reply('Two'))).body).toMatchObject({ code: 'role_insufficient' });
  socket.close();
});
