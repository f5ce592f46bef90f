import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { filesWith } from './support/dataFiles.ts';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { call, createBoard, secretOf, Visitor, type CreatedBoard } from './support/visit.ts';

let server: TestServer;
let board: CreatedBoard;
let facilitator: Visitor;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  board = await createBoard(server);
  facilitator = await Visitor.join(server, board, 'facilitator');
});

function protect(json: unknown, by = facilitator) {
  return by.call('/links/contributor', { method: 'PATCH', json });
}

/** What somebody is answered who comes by the contributors' link. */
async function come(password?: string): Promise<unknown> {
  const json = { secret: secretOf(board.links.contributor), ...(password !== undefined && { password }) };
  const invitation = await call(server, `/api/boards/${board.boardId}/invitation`, { json });
  const joined = await call(server, `/api/boards/${board.boardId}/join`, {
    json: { ...json, name: 'Carol' },
  });
  // Neither tells more than the other.
  expect(joined.body?.['code']).toEqual(invitation.body?.['code']);
  return joined.body?.['code'] ?? joined.status;
}

describe('PATCH /api/boards/:boardId/links/:role', () => {
  it('gives a link a password, which whoever comes has to know', async () => {
    const early = await Visitor.join(server, board, 'contributor');
    expect((await protect({ password: 'open sesame' })).status).toBe(204);
    expect(await come()).toBe('password_needed');
    expect(await come('open Sesame')).toBe('password_wrong');
    expect(await come('open sesame')).toBe(200);
    expect((await early.call('')).status).toBe(200);
    expect(filesWith(server.dataDir, 'open sesame')).toEqual([]);
    expect((await protect({ password: null })).status).toBe(204);
    expect(await come()).toBe(200);
  });

  it('gives a link an end, after which nobody comes and everybody stays', async () => {
    const early = await Visitor.join(server, board, 'contributor');
    await protect({ expiresAt: Date.now() - 1 });
    expect(await come()).toBe('link_expired');
    expect((await early.call('')).status).toBe(200);
    await protect({ expiresAt: Date.now() + 3_600_000 });
    expect(await come()).toBe(200);
  });

  it('asks neither end nor password of who has joined already', async () => {
    const early = await Visitor.join(server, board, 'contributor');
    await protect({ expiresAt: 1, password: 'open sesame' });
    const json = { secret: secretOf(board.links.contributor) };
    expect(await early.call('/invitation', { json })).toMatchObject({
      status: 200,
      body: { title: 'A board', role: 'contributor' },
    });
  });

  it('tells facilitators how links are protected, but no password', async () => {
    await protect({ expiresAt: 5_000_000_000_000, password: 'open sesame' });
    const { body } = await facilitator.call('/links/protection');
    const open = { expiresAt: null, hasPassword: false };
    const contributor = { expiresAt: 5_000_000_000_000, hasPassword: true };
    expect(body).toEqual({ facilitator: open, contributor, commenter: open, observer: open });
  });

  it('keeps the password of a link that is renewed, and takes its end away', async () => {
    await protect({ expiresAt: 1, password: 'open sesame' });
    await facilitator.call('/links/contributor/renew', { method: 'POST' });
    expect((await facilitator.call('/links/protection')).body).toMatchObject({
      contributor: { expiresAt: null, hasPassword: true },
    });
  });

  it.each(['contributor', 'commenter', 'observer'] as const)('is not for %ss', async (role) => {
    const visitor = await Visitor.join(server, board, role);
    const refused = { status: 403, body: { code: 'role_insufficient' } };
    expect(await protect({ password: 'mine' }, visitor)).toMatchObject(refused);
    expect(await visitor.call('/links/protection')).toMatchObject(refused);
  });

  it.each([{ password: '' }, { password: 'x'.repeat(300) }, { expiresAt: 'soon' }, { expiresAt: -1 }])(
    'refuses %j',
    async (json) => {
      expect(await protect(json)).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    },
  );
});
