import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { protocolVersion } from '@common-ground/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RawSocket } from './support/RawSocket.ts';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { call, createBoard, secretOf, Visitor, type CreatedBoard } from './support/visit.ts';

let server: TestServer;
let board: CreatedBoard;
let facilitator: Visitor;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function newBoard(): Promise<void> {
  board = await createBoard(server);
  facilitator = await Visitor.join(server, board, 'facilitator');
}

function renew(role: string, by = facilitator) {
  return by.call(`/links/${role}/renew`, { method: 'POST' });
}

function withdraw(role: string, by = facilitator) {
  return by.call(`/links/${role}`, { method: 'DELETE' });
}

describe('GET /api/boards/:boardId/links', () => {
  beforeAll(newBoard);

  it('shows a facilitator the links again', async () => {
    expect(await facilitator.call('/links')).toMatchObject({ status: 200, body: board.links });
  });

  it.each(['contributor', 'commenter', 'observer'] as const)('shows %ss nothing', async (role) => {
    const visitor = await Visitor.join(server, board, role);
    expect(await visitor.call('/links')).toMatchObject({ status: 403, body: { code: 'role_insufficient' } });
  });

  it('shows the same links after a restart', async () => {
    await server.restart();
    expect((await facilitator.call('/links')).body).toEqual(board.links);
  });
});

describe('POST /api/boards/:boardId/links/:role/renew', () => {
  beforeAll(newBoard);

  it('replaces that link and leaves the others', async () => {
    const { status, body } = await renew('observer');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      facilitator: board.links.facilitator,
      contributor: board.links.contributor,
    });
    expect(body?.['observer']).not.toBe(board.links.observer);
    const invite = (link: string) =>
      call(server, `/api/boards/${board.boardId}/invitation`, { json: { secret: secretOf(link) } });
    expect(await invite(board.links.observer)).toMatchObject({ status: 403, body: { code: 'link_revoked' } });
    expect((await invite(String(body?.['observer']))).status).toBe(200);
  });

  it('joins nobody by the old link', async () => {
    await renew('contributor');
    const json = { secret: secretOf(board.links.contributor), name: 'Mallory' };
    const answer = await call(server, `/api/boards/${board.boardId}/join`, { json });
    expect(answer).toMatchObject({ status: 403, body: { code: 'link_revoked' } });
  });

  it.each(['contributor', 'commenter', 'observer'] as const)('is refused to %ss', async (role) => {
    await newBoard();
    const visitor = await Visitor.join(server, board, role);
    expect(await renew('observer', visitor)).toMatchObject({
      status: 403,
      body: { code: 'role_insufficient' },
    });
  });

  it('refuses a role that is none', async () => {
    expect(await renew('king')).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });

  it('cuts off whoever came by the old link at once, and nobody else', async () => {
    await newBoard();
    const alice = await Visitor.join(server, board, 'contributor');
    const bob = await Visitor.join(server, board, 'observer');
    const alices = await RawSocket.open(await alice.syncAddress({ v: String(protocolVersion) }));
    const bobs = await RawSocket.open(await bob.syncAddress({ v: String(protocolVersion) }));
    await bobs.until(({ messages }) => messages.length > 0);
    const ticketBefore = await alice.syncAddress();
    await renew('contributor');
    expect(await alices.closed).toEqual({ code: 4403, reason: 'link-revoked' });
    expect(await alice.call('')).toMatchObject({ status: 403, body: { code: 'link_revoked' } });
    await expect(RawSocket.open(ticketBefore)).rejects.toMatchObject({ status: 403 });
    expect(bobs.ws.readyState).toBe(bobs.ws.OPEN);
    expect((await bob.call('')).status).toBe(200);
    bobs.close();
  });

  it('leaves the facilitator who renews the own link where they are, and cuts off the others', async () => {
    await newBoard();
    const other = await Visitor.join(server, board, 'facilitator');
    const { body } = await renew('facilitator');
    expect(body?.['facilitator']).not.toBe(board.links.facilitator);
    expect((await facilitator.call('/links')).status).toBe(200);
    expect(await other.call('/links')).toMatchObject({ status: 403, body: { code: 'link_revoked' } });
  });

  it('lets whoever was cut off come back by the new link as the same participant', async () => {
    await newBoard();
    const alice = await Visitor.join(server, board, 'contributor', { name: 'Alice' });
    const { body } = await renew('contributor');
    const links = body as unknown as CreatedBoard['links'];
    const back = await Visitor.join(server, { ...board, links }, 'contributor', { token: alice.token });
    expect(back.participantId).toBe(alice.participantId);
    expect((await alice.call('')).status).toBe(200);
  });
});

describe('a board made before there were commenters', () => {
  it('gets their link when a facilitator asks for the links, and it opens the board', async () => {
    await newBoard();
    withDatabase((database) =>
      database
        .prepare(
          "DELETE FROM links WHERE role = 'commenter' AND board_key = (SELECT key FROM boards WHERE id = ?)",
        )
        .run(board.boardId),
    );
    const { status, body } = await facilitator.call('/links');
    expect(status).toBe(200);
    const link = String(body?.['commenter']);
    expect(link).not.toBe(board.links.commenter);
    expect((await facilitator.call('/links')).body).toEqual({ ...board.links, commenter: link });
    const links = { ...board.links, commenter: link };
    expect((await Visitor.join(server, { ...board, links }, 'commenter')).role).toBe('commenter');
  });
});

describe('DELETE /api/boards/:boardId/links/:role', () => {
  beforeAll(newBoard);

  it('cuts off whoever came by the link, and leaves no link of that role until one is made', async () => {
    const alice = await Visitor.join(server, board, 'contributor');
    const bob = await Visitor.join(server, board, 'observer');
    const alices = await RawSocket.open(await alice.syncAddress({ v: String(protocolVersion) }));
    expect(await withdraw('contributor')).toMatchObject({ status: 204 });
    expect(await alices.closed).toEqual({ code: 4403, reason: 'link-withdrawn' });
    const withdrawn = { status: 403, body: { code: 'link_withdrawn' } };
    expect(await alice.call('')).toMatchObject(withdrawn);
    expect((await bob.call('')).status).toBe(200);
    const json = { secret: secretOf(board.links.contributor), name: 'Mallory' };
    expect(await call(server, `/api/boards/${board.boardId}/join`, { json })).toMatchObject(withdrawn);
    const { contributor: _, ...others } = board.links;
    expect((await facilitator.call('/links')).body).toEqual(others);
    expect((await facilitator.call('/links/protection')).body).not.toHaveProperty('contributor');
    const anew = (await renew('contributor')).body as unknown as CreatedBoard['links'];
    expect(anew.contributor).not.toBe(board.links.contributor);
    const back = await Visitor.join(server, { ...board, links: anew }, 'contributor', { token: alice.token });
    expect(back.participantId).toBe(alice.participantId);
  });

  it('is refused to contributors, and for the link of those who lead', async () => {
    await newBoard();
    const visitor = await Visitor.join(server, board, 'contributor');
    expect(await withdraw('observer', visitor)).toMatchObject({ body: { code: 'role_insufficient' } });
    expect(await withdraw('facilitator')).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });
});

/** Changes the server's database behind its back. */
function withDatabase(work: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(join(server.dataDir, 'common-ground.db'));
  work(database);
  database.close();
}
