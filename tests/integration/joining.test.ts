import { limits } from '@common-ground/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { call, createBoard, secretOf, Visitor, type CreatedBoard } from './support/visit.ts';
import { jump, startCommand, workshopAgenda } from './support/workshopAgenda.ts';
import { WorkshopClient } from './support/WorkshopClient.ts';
import { YClient } from './support/YClient.ts';

let server: TestServer;
let board: CreatedBoard;
beforeAll(async () => {
  server = await startTestServer();
  board = await createBoard(server, { title: 'Our board', templateId: 'raci', partners: ['Acme'] });
});
afterAll(() => server.close());

function invite(boardId: string, secret: string) {
  return call(server, `/api/boards/${boardId}/invitation`, { json: { secret } });
}

function join(boardId: string, json: Readonly<Record<string, unknown>>) {
  return call(server, `/api/boards/${boardId}/join`, { json });
}

describe('POST /api/boards/:boardId/invitation', () => {
  it.each(['facilitator', 'contributor', 'commenter', 'observer'] as const)(
    'shows the holder of the %s link what it opens',
    async (role) => {
      const { status, body } = await invite(board.boardId, secretOf(board.links[role]));
      expect(status).toBe(200);
      expect(body).toMatchObject({
        title: 'Our board',
        role,
        partners: [{ name: 'Acme' }],
        templateIds: ['raci'],
        presentCount: 0,
        step: null,
      });
    },
  );

  it('tells the step a workshop is in, whether anybody is there or not', async () => {
    const running = await createBoard(server, { title: 'Ours', templateId: 'retrospective' });
    const fay = await WorkshopClient.join(server, running, 'facilitator');
    await fay.do(startCommand);
    await fay.do(jump('arrive', 'gather'));
    const secret = secretOf(running.links.contributor);
    const step = { title: workshopAgenda[1]?.title, number: 2, count: workshopAgenda.length };
    expect((await invite(running.boardId, secret)).body).toMatchObject({ presentCount: 1, step });
    fay.close();
    await server.restart();
    expect((await invite(running.boardId, secret)).body).toMatchObject({ presentCount: 0, step });
  });

  it('answers an unknown board, a wrong secret and the secret of another board in the same way', async () => {
    const other = await createBoard(server);
    const secret = secretOf(board.links.observer);
    const answers = [
      await invite('AAAAAAAAAAAAAAAA', secret),
      await invite(board.boardId, 'AAAAAAAAAAAAAAAAAAAAAA'),
      await invite(other.boardId, secret),
      await invite('..%2F..%2Fetc', secret),
      await invite('x'.repeat(65), secret),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(404);
      expect(body).toEqual(answers[0]?.body);
    }
    expect(answers[0]?.body).toMatchObject({ code: 'board_or_link_unknown' });
  });

  it.each([{}, { secret: '' }, { secret: 5 }, { secret: 'x'.repeat(129) }])('refuses %j', async (json) => {
    const answer = await call(server, `/api/boards/${board.boardId}/invitation`, { json });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });
});

describe('POST /api/boards/:boardId/join', () => {
  it.each(['facilitator', 'contributor', 'commenter', 'observer'] as const)(
    'makes a participant in the role of the %s link',
    async (role) => {
      const secret = secretOf(board.links[role]);
      const { status, body } = await join(board.boardId, { secret, name: 'Alice' });
      expect(status).toBe(200);
      expect(body).toMatchObject({ role });
      expect(body?.['participantId']).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
      const { status: known } = await call(server, `/api/boards/${board.boardId}`, {
        token: String(body?.['token']),
      });
      expect(known).toBe(200);
    },
  );

  it('finds the partner by name in any case', async () => {
    const alice = await Visitor.join(server, board, 'contributor', {
      partner: { name: 'ACME', colour: 'red' },
    });
    const { partners } = (await alice.call('')).body as { partners: unknown[] };
    expect(partners).toMatchObject([{ name: 'Acme', colour: 'blue' }]);
  });

  it('adds a partner that is not on the board yet', async () => {
    const own = await createBoard(server);
    const bob = await Visitor.join(server, own, 'contributor', { partner: 'Borealis' });
    const { partners, participants } = await bob.board();
    expect(partners).toMatchObject([{ name: 'Borealis', colour: 'blue' }]);
    expect(participants[0]?.partnerId).toBe(partners[0]?.id);
  });

  it('lets observers choose a partner but add none, and makes no participant then', async () => {
    const own = await createBoard(server, { title: 'A board', partners: ['Acme'] });
    const secret = secretOf(own.links.observer);
    const refused = await join(own.boardId, { secret, name: 'Oscar', partner: 'Borealis' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'role_insufficient' } });
    const observer = await Visitor.join(server, own, 'observer', { partner: 'Acme' });
    expect((await observer.call('')).body?.['participants']).toHaveLength(1);
  });

  it('adds no thirteenth partner, but still takes people of the twelve', async () => {
    const names = Array.from({ length: limits.maxPartners }, (_, index) => `Partner ${index}`);
    const own = await createBoard(server, { title: 'A board', partners: names });
    const secret = secretOf(own.links.contributor);
    const refused = await join(own.boardId, { secret, name: 'Alice', partner: 'Another' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'partner_limit' } });
    expect((await join(own.boardId, { secret, name: 'Alice', partner: 'partner 11' })).status).toBe(200);
  });

  it('adds one partner when two people name the same new one at once', async () => {
    const own = await createBoard(server);
    const people = await Promise.all(
      ['Acme', 'acme', 'ACME'].map((partner) => Visitor.join(server, own, 'contributor', { partner })),
    );
    expect((await people[0]?.call(''))?.body?.['partners']).toHaveLength(1);
  });

  it('is refused when many times more people joined than a board can hold, but not to those who did', async () => {
    const small = await startTestServer({ config: { limits: { ...limits, maxConnectionsPerBoard: 1 } } });
    const own = await createBoard(small);
    const first = await Visitor.join(small, own, 'contributor');
    for (let count = 1; count < 10; count += 1) await Visitor.join(small, own, 'contributor');
    const json = { secret: secretOf(own.links.contributor), name: 'Mallory' };
    const refused = await call(small, `/api/boards/${own.boardId}/join`, { json });
    expect(refused).toMatchObject({ status: 429, body: { code: 'board_busy' } });
    const again = await Visitor.join(small, own, 'contributor', { token: first.token });
    expect(again.participantId).toBe(first.participantId);
    await small.close();
  });

  it('answers an unknown board and a wrong secret in the same way', async () => {
    const body = { secret: 'AAAAAAAAAAAAAAAAAAAAAA', name: 'Alice' };
    const wrongSecret = await join(board.boardId, body);
    const unknownBoard = await join('AAAAAAAAAAAAAAAA', body);
    expect(wrongSecret.status).toBe(404);
    expect(wrongSecret.body).toEqual(unknownBoard.body);
  });

  it.each([
    [{ name: '' }, 'name'],
    [{ name: '\u200B\u202E' }, 'name'],
    [{ name: 'x'.repeat(limits.maxNameLength + 1) }, 'name'],
    [{ name: 'Alice', partner: '' }, 'partner'],
    [{ name: 'Alice', partner: { name: 'Acme', colour: 'pink' } }, 'partner'],
  ])('refuses %j and says where', async (json, path) => {
    const answer = await join(board.boardId, { secret: secretOf(board.links.contributor), ...json });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request', fields: [{ path }] } });
  });

  it('takes somebody who comes back with their token for the same participant', async () => {
    const own = await createBoard(server);
    const before = await Visitor.join(server, own, 'observer', { name: 'Alice' });
    const again = await Visitor.join(server, own, 'contributor', { name: 'Alicia', token: before.token });
    expect(again.participantId).toBe(before.participantId);
    expect((await again.call('')).body?.['participants']).toEqual([
      { id: before.participantId, name: 'Alicia', partnerId: null, role: 'contributor', removed: false },
    ]);
  });

  it('takes a token of another board, or one that is none, for nothing', async () => {
    const [own, other] = [await createBoard(server), await createBoard(server)];
    const elsewhere = await Visitor.join(server, other, 'facilitator');
    const newcomer = await Visitor.join(server, own, 'observer', { token: elsewhere.token });
    const forger = await Visitor.join(server, own, 'observer', { token: `${elsewhere.token}x` });
    expect(newcomer.participantId).not.toBe(elsewhere.participantId);
    expect(forger.role).toBe('observer');
  });
});

describe('POST /api/boards/:boardId/ticket', () => {
  it('answers a ticket that is good for a while', async () => {
    const alice = await Visitor.join(server, board, 'contributor');
    const { status, body } = await alice.call('/ticket', { method: 'POST' });
    expect(status).toBe(200);
    expect(body?.['ticket']).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(body?.['expiresInMs']).toBe(limits.ticketTtlMs);
  });

  it('is refused while a board is full, with a sentence', async () => {
    const small = await startTestServer({ config: { limits: { ...limits, maxConnectionsPerBoard: 1 } } });
    const own = await createBoard(small);
    const inside = await YClient.open(await Visitor.join(small, own, 'contributor'));
    const outside = await Visitor.join(small, own, 'contributor');
    const answer = await outside.call('/ticket', { method: 'POST' });
    expect(answer).toMatchObject({ status: 429, body: { code: 'board_busy' } });
    inside.close();
    await small.close();
  });
});

describe('routes that need a token', () => {
  const routes = [
    ['GET', ''],
    ['PATCH', ''],
    ['PATCH', '/me'],
    ['POST', '/ticket'],
    ['GET', '/links'],
    ['POST', '/links/observer/renew'],
    ['POST', '/launches'],
    ['POST', '/assets'],
  ] as const;
  const bodies: Partial<Record<string, unknown>> = {
    'PATCH ': { title: 'New title' },
    'PATCH /me': { name: 'Mallory' },
    'POST /launches': { commandId: 'c', templateId: 'raci' },
  };

  it.each(routes)(
    '%s %s is refused without one, with a forged one and with one of another board',
    async (method, path) => {
      const other = await createBoard(server);
      const elsewhere = await Visitor.join(server, other, 'facilitator');
      const alice = await Visitor.join(server, board, 'facilitator');
      const json = bodies[`${method} ${path}`];
      const ask = (token: string | null) =>
        call(server, `/api/boards/${board.boardId}${path}`, {
          method,
          token,
          ...(json !== undefined && { json }),
        });
      expect(await ask(null)).toMatchObject({ status: 401, body: { code: 'token_missing' } });
      const [payload, signature] = alice.token.split('.');
      const forged = `${payload}.${signature?.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`;
      for (const token of [forged, elsewhere.token, 'x.y', payload ?? '']) {
        expect(await ask(token)).toMatchObject({ status: 401, body: { code: 'token_invalid' } });
      }
    },
  );

  it.each(routes)(
    '%s %s answers a board id that cannot be one like an unknown board',
    async (method, path) => {
      const json = bodies[`${method} ${path}`];
      const address = `/api/boards/${encodeURIComponent('../etc')}${path}`;
      const answer = await call(server, address, { method, ...(json !== undefined && { json }) });
      expect(answer).toMatchObject({ status: 404, body: { code: 'board_or_link_unknown' } });
    },
  );
});
