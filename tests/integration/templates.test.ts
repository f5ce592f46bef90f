import { launchResponse } from '@common-ground/protocol';
import { templates } from '@common-ground/templates';
import { openBoard, readShape } from '@common-ground/board';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { call, createBoard, Visitor } from './support/visit.ts';
import { YClient } from './support/YClient.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

function launch(visitor: Visitor, json: Readonly<Record<string, unknown>>) {
  return visitor.call('/launches', { json });
}

async function canvasOf(visitor: Visitor): Promise<YClient> {
  return YClient.open(visitor);
}

/** Names of the frames on the canvas. */
function sectionsOf({ doc }: YClient): readonly string[] {
  const board = openBoard(doc);
  return [...board.shapes.keys()].flatMap((id) => {
    const shape = readShape(board, id);
    if (!shape.ok || shape.value['type'] !== 'frame') return [];
    return [String((shape.value['props'] as { name?: unknown }).name)];
  });
}

describe('GET /api/templates', () => {
  it('lists every template in the order of the gallery', async () => {
    const { status, body } = await call(server, '/api/templates');
    expect(status).toBe(200);
    const listed = body as unknown as { id: string; options: { choices: unknown[] }[] }[];
    expect(listed.map(({ id }) => id)).toEqual(templates.map(({ id }) => id));
    for (const { options } of listed) for (const { choices } of options) expect(choices).not.toEqual([]);
  });
});

describe('creating a board from a template', () => {
  it.each(templates.map(({ id }) => id))('lays %s out for the partners named', async (templateId) => {
    const partners = ['Acme', 'Borealis', 'Cumulus'];
    const board = await createBoard(server, { title: 'A board', templateId, partners });
    const client = await canvasOf(await Visitor.join(server, board, 'contributor'));
    expect(openBoard(client.doc).shapes.size).toBeGreaterThan(0);
    client.close();
  });

  it('makes one lane per partner', async () => {
    const partners = ['Acme', 'Borealis', 'Cumulus'];
    const json = { title: 'A board', templateId: 'vision-alignment', partners };
    const client = await canvasOf(await Visitor.join(server, await createBoard(server, json), 'observer'));
    const sections = sectionsOf(client);
    for (const name of partners) {
      expect(sections.some((section) => section.includes(name))).toBe(true);
    }
    client.close();
  });

  it('keeps the template over a restart', async () => {
    const board = await createBoard(server, { title: 'A board', templateId: 'raci', partners: ['Acme'] });
    const visitor = await Visitor.join(server, board, 'contributor');
    const before = await canvasOf(visitor);
    const shapes = openBoard(before.doc).shapes.size;
    before.close();
    await server.restart();
    const after = await canvasOf(visitor);
    expect(openBoard(after.doc).shapes.size).toBe(shapes);
    after.close();
  });

  it('gives a board without a template its page and nothing else', async () => {
    const client = await canvasOf(await Visitor.join(server, await createBoard(server), 'contributor'));
    const { records, shapes } = openBoard(client.doc);
    expect([...records.keys()].filter((id) => id.startsWith('page:'))).toHaveLength(1);
    expect(shapes.size).toBe(0);
    client.close();
  });
});

describe('POST /api/boards/:boardId/launches', () => {
  it('lays a template out beside what is there, and everybody sees it', async () => {
    const board = await createBoard(server, { title: 'A board', templateId: 'raci' });
    const facilitator = await Visitor.join(server, board, 'facilitator');
    const client = await canvasOf(await Visitor.join(server, board, 'observer'));
    const before = openBoard(client.doc).shapes.size;
    const { status, body } = await launch(facilitator, { commandId: 'c1', templateId: 'retrospective' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      pageId: 'page:page',
      bounds: { w: expect.any(Number), h: expect.any(Number) },
    });
    const { x } = launchResponse.parse(body).bounds;
    expect(x).toBeGreaterThan(0);
    await client.until((doc) => openBoard(doc).shapes.size > before);
    client.close();
  });

  it('does so once per command: retries change nothing and get the same answer', async () => {
    const board = await createBoard(server);
    const facilitator = await Visitor.join(server, board, 'facilitator');
    const json = { commandId: 'once', templateId: 'raci' };
    const together = await Promise.all([launch(facilitator, json), launch(facilitator, json)]);
    const later = await launch(facilitator, json);
    await server.restart();
    const afterRestart = await launch(facilitator, json);
    const answers = [...together, later, afterRestart];
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const client = await canvasOf(facilitator);
    const launched = new Set(
      [...openBoard(client.doc).shapes.values()].map(
        (shape) => (shape.get('b') as { meta: { launch: string } }).meta.launch,
      ),
    );
    expect([...launched]).toEqual(['once']);
    client.close();
  });

  it('shows the templates on the board to whoever is invited, newest first', async () => {
    const board = await createBoard(server, { title: 'A board', templateId: 'raci' });
    const facilitator = await Visitor.join(server, board, 'facilitator');
    await launch(facilitator, { commandId: 'c1', templateId: 'retrospective' });
    const secret = new URL(board.links.observer).hash.slice(1);
    const { body } = await call(server, `/api/boards/${board.boardId}/invitation`, { json: { secret } });
    expect(body?.['templateIds']).toEqual(['retrospective', 'raci']);
  });

  it.each(['contributor', 'commenter', 'observer'] as const)('is refused to a %s', async (role) => {
    const visitor = await Visitor.join(server, await createBoard(server), role);
    const answer = await launch(visitor, { commandId: 'c1', templateId: 'raci' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'role_insufficient' } });
  });

  it.each([
    [{ templateId: 'raci' }, 400, 'invalid_request'],
    [{ commandId: '../c', templateId: 'raci' }, 400, 'invalid_request'],
    [{ commandId: 'c1', templateId: 'no-such-template' }, 404, 'template_unknown'],
    [{ commandId: 'c1', templateId: 'constructor' }, 404, 'template_unknown'],
    [{ commandId: 'c1', templateId: 'retrospective', options: { format: 'none' } }, 400, 'invalid_request'],
  ])('refuses %j', async (json, status, code) => {
    const facilitator = await Visitor.join(server, await createBoard(server), 'facilitator');
    expect(await launch(facilitator, json)).toMatchObject({ status, body: { code } });
  });
});
