import { limits } from '@common-ground/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { call, createBoard, secretOf, Visitor } from './support/visit.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const titleError = { code: 'invalid_request', fields: [{ path: 'title' }] };

describe('POST /api/boards', () => {
  it('answers an id and four links, each with its own secret behind the #', async () => {
    const { status, body } = await call(server, '/api/boards', { json: { title: 'Our board' } });
    expect(status).toBe(201);
    const { boardId, links } = body as { boardId: string; links: Record<string, string> };
    expect(boardId).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
    expect(Object.keys(links)).toEqual(['facilitator', 'contributor', 'commenter', 'observer']);
    for (const link of Object.values(links)) {
      expect(link).toMatch(new RegExp(`^${server.url}/b/${boardId}#[A-Za-z0-9_-]{22}$`));
    }
    expect(new Set(Object.values(links).map(secretOf)).size).toBe(4);
  });

  it('gives every board an id and secrets of its own', async () => {
    const [one, other] = [await createBoard(server), await createBoard(server)];
    expect(one.boardId).not.toBe(other.boardId);
    expect(secretOf(one.links.observer)).not.toBe(secretOf(other.links.observer));
  });

  it('puts the address that was configured into the links', async () => {
    const configured = await startTestServer({ config: { publicUrl: 'https://board.example.org' } });
    const { links } = await createBoard(configured);
    expect(links.observer).toMatch(/^https:\/\/board\.example\.org\/b\//);
    await configured.close();
  });

  it('believes a proxy that it was told to trust, and no other', async () => {
    const headers = { 'x-forwarded-host': 'board.example.org', 'x-forwarded-proto': 'https' };
    const ask = { json: { title: 'A board' }, headers };
    const trusting = await startTestServer({ config: { trustProxy: true } });
    const trusted = await call(trusting, '/api/boards', ask);
    const untrusted = await call(server, '/api/boards', ask);
    expect(JSON.stringify(trusted.body)).toContain('https://board.example.org/b/');
    expect(JSON.stringify(untrusted.body)).not.toContain('board.example.org');
    await trusting.close();
  });

  it('makes one line of a title', async () => {
    const board = await createBoard(server, { title: '  Two\n lines\u202E and\tmore ' });
    const facilitator = await Visitor.join(server, board, 'facilitator');
    expect((await facilitator.call('')).body?.['title']).toBe('Two lines and more');
  });

  it('takes partners by name or with a colour, each once', async () => {
    const partners = ['Acme', { name: 'Borealis', colour: 'red' }, 'ACME', { name: 'Cumulus' }];
    const board = await createBoard(server, { title: 'A board', partners });
    const facilitator = await Visitor.join(server, board, 'facilitator');
    expect((await facilitator.call('')).body?.['partners']).toMatchObject([
      { name: 'Acme', colour: 'blue' },
      { name: 'Borealis', colour: 'red' },
      { name: 'Cumulus', colour: 'orange' },
    ]);
  });

  it.each([
    [{}, titleError],
    [{ title: ' ' }, titleError],
    [{ title: 3 }, titleError],
    [{ title: 'x'.repeat(limits.maxTitleLength + 1) }, titleError],
    [
      { title: 'A board', partners: Array.from({ length: 13 }, (_, index) => `Partner ${index}`) },
      { code: 'invalid_request', fields: [{ path: 'partners' }] },
    ],
    [
      { title: 'A board', partners: [{ name: 'Acme', colour: 'pink' }] },
      { code: 'invalid_request', fields: [{ path: 'partners.0' }] },
    ],
    [{ title: 'A board', templateId: 'no-such-template' }, { code: 'template_unknown' }],
    [{ title: 'A board', templateId: '../raci' }, { code: 'invalid_request' }],
    [
      { title: 'A board', templateId: 'raci', templateOptions: { nothing: 'x' } },
      { code: 'invalid_request', fields: [{ path: 'options.nothing' }] },
    ],
  ])('refuses %j and says where', async (json, expected) => {
    const { status, body } = await call(server, '/api/boards', { json });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body).toMatchObject(expected);
    expect(body?.['message']).toMatch(/\.$/);
  });
});

describe('GET /api/boards/:boardId', () => {
  it('tells title, partners, people and who asks', async () => {
    const board = await createBoard(server, { title: 'Our board', partners: ['Acme'] });
    const alice = await Visitor.join(server, board, 'contributor', { name: 'Alice', partner: 'acme' });
    const told = await alice.board();
    const acmeId = told.partners[0]?.id;
    expect(told).toEqual({
      title: 'Our board',
      partners: [{ id: acmeId, name: 'Acme', colour: 'blue' }],
      participants: [
        { id: alice.participantId, name: 'Alice', partnerId: acmeId, role: 'contributor', removed: false },
      ],
      you: { participantId: alice.participantId, role: 'contributor' },
    });
  });
});

describe('PATCH /api/boards/:boardId', () => {
  it('lets a facilitator rename the board', async () => {
    const board = await createBoard(server);
    const facilitator = await Visitor.join(server, board, 'facilitator');
    const { status } = await facilitator.call('', { method: 'PATCH', json: { title: 'New title' } });
    expect(status).toBe(204);
    expect((await facilitator.call('')).body?.['title']).toBe('New title');
  });

  it.each(['contributor', 'commenter', 'observer'] as const)('refuses %ss', async (role) => {
    const board = await createBoard(server);
    const visitor = await Visitor.join(server, board, role);
    const answer = await visitor.call('', { method: 'PATCH', json: { title: 'New title' } });
    expect(answer).toMatchObject({ status: 403, body: { code: 'role_insufficient' } });
    expect((await visitor.call('')).body?.['title']).toBe('A board');
  });

  it('refuses a title that is none', async () => {
    const facilitator = await Visitor.join(server, await createBoard(server), 'facilitator');
    const answer = await facilitator.call('', { method: 'PATCH', json: { title: '' } });
    expect(answer).toMatchObject({ status: 400, body: titleError });
  });
});

describe('PATCH /api/boards/:boardId/me', () => {
  it('changes what is named and leaves the rest', async () => {
    const board = await createBoard(server, { title: 'A board', partners: ['Acme'] });
    const alice = await Visitor.join(server, board, 'contributor', { name: 'Alise', partner: 'Acme' });
    const me = async () => {
      const { participants } = (await alice.call('')).body as { participants: Record<string, unknown>[] };
      return participants[0];
    };
    const before = await me();
    expect((await alice.call('/me', { method: 'PATCH', json: { name: 'Alice' } })).status).toBe(204);
    expect(await me()).toEqual({ ...before, name: 'Alice' });
    await alice.call('/me', { method: 'PATCH', json: { partner: 'Borealis' } });
    expect(await me()).not.toEqual(before);
    expect((await me())?.['name']).toBe('Alice');
    await alice.call('/me', { method: 'PATCH', json: { partner: null } });
    expect(await me()).toEqual({ ...before, name: 'Alice', partnerId: null });
  });

  it('lets an observer choose a partner but add none', async () => {
    const board = await createBoard(server, { title: 'A board', partners: ['Acme'] });
    const observer = await Visitor.join(server, board, 'observer');
    const choose = (partner: string) => observer.call('/me', { method: 'PATCH', json: { partner } });
    expect((await choose('Acme')).status).toBe(204);
    expect(await choose('Borealis')).toMatchObject({ status: 403, body: { code: 'role_insufficient' } });
  });
});
