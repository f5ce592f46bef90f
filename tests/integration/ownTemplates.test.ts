import { launchesOf, openBoard, readShape } from '@common-ground/board';
import { ownTemplateFrom, templateById, type OwnTemplate } from '@common-ground/templates';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { call, createBoard, Visitor } from './support/visit.ts';
import { YClient } from './support/YClient.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const base = templateById('retrospective');

/** A retrospective without changes but its name. */
function ours(): OwnTemplate {
  if (base === null) throw new Error('There is no retrospective.');
  const [partners, records] = [[], []];
  const agenda = base.agenda({ partners });
  const made = { base, options: {}, partners, launchId: 'x', records, agenda, name: 'Ours', purpose: '' };
  return { ...ownTemplateFrom(made), removedSections: ['thanks'] };
}

function save(visitor: Visitor, template: unknown, commandId = crypto.randomUUID()) {
  return visitor.call('/templates', { json: { commandId, template } });
}

async function facilitator(): Promise<Visitor> {
  return Visitor.join(server, await createBoard(server), 'facilitator');
}

describe('a template of the server', () => {
  it('is in the gallery with who added it, lays out a board, and can be deleted while the board works on', async () => {
    const fay = await facilitator();
    const commandId = crypto.randomUUID();
    const saved = await save(fay, ours(), commandId);
    expect(saved).toMatchObject({
      status: 201,
      body: { id: `own-${commandId}`, template: { name: 'Ours' } },
    });
    expect((await save(fay, ours(), commandId)).body).toEqual(saved.body);
    const templateId = String(saved.body?.['id']);
    const listed = await call(server, '/api/templates/own');
    expect(listed.body?.['templates']).toContainEqual(saved.body);
    expect((await fay.call('/templates')).body).toEqual({ templateIds: [templateId] });

    const board = await createBoard(server, {
      title: 'Looking back',
      templateId,
      partners: ['Acme', 'Borealis'],
    });
    const remove = { method: 'DELETE' as const };
    const stranger = await Visitor.join(server, board, 'facilitator');
    expect((await stranger.call(`/templates/${templateId}`, remove)).status).toBe(404);
    expect((await fay.call(`/templates/${templateId}`, remove)).status).toBe(204);
    expect((await stranger.call('/launches', { json: { commandId: 'again', templateId } })).status).toBe(404);

    const client = await YClient.open(stranger);
    const names = framesOf(client);
    expect(names).toContain('Actions');
    expect(names).not.toContain('Thanks');
    expect(launchesOf(client.doc)).toMatchObject([{ templateId, template: { name: 'Ours' } }]);
    client.close();
    expect((await stranger.call(`/report.json?template=${templateId}`)).status).toBe(200);
  });

  it('is refused where something in it is not as it should be, and told where', async () => {
    const fay = await facilitator();
    const refused = await save(fay, { ...ours(), base: 'none', steps: [] });
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    expect(JSON.stringify(refused.body)).toContain('template.base');
    expect((await save(fay, { ...ours(), purpose: 'x'.repeat(300_000) })).status).toBe(413);
  });

  it('is for facilitators to save', async () => {
    const board = await createBoard(server);
    const visitor = await Visitor.join(server, board, 'contributor');
    expect((await save(visitor, ours())).status).toBe(403);
    expect((await visitor.call('/templates')).status).toBe(403);
  });
});

function framesOf({ doc }: YClient): readonly string[] {
  const board = openBoard(doc);
  return [...board.shapes.keys()].flatMap((id) => {
    const shape = readShape(board, id);
    if (!shape.ok || shape.value['type'] !== 'frame') return [];
    return [String((shape.value['props'] as { name?: unknown }).name)];
  });
}
