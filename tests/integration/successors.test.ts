import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { createBoard, Visitor, type CreatedBoard } from './support/visit.ts';
import { WorkshopClient } from './support/WorkshopClient.ts';
import { startCommand } from './support/workshopAgenda.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const ofNobody = { owner: null, partnerId: null, due: null, aboutId: null };

it('the board that follows has the partners, the template and the open actions, and nothing of what was decided', async () => {
  const board = await createBoard(server, {
    title: 'The first',
    templateId: 'retrospective',
    partners: ['North', 'South'],
  });
  const fay = await WorkshopClient.join(server, board, 'facilitator', { name: 'Fay' });
  await fay.do(startCommand);
  await fay.do({ type: 'outcomes.addAction', what: 'Book a room', ...ofNobody });
  const done = await fay.do({ type: 'outcomes.addAction', what: 'Send a note', ...ofNobody });
  await fay.do({ type: 'outcomes.editAction', actionId: done.ids[0] ?? '', changes: { status: 'done' } });
  await fay.do({ type: 'outcomes.addDecision', text: 'We go on.' });

  const visitor = await Visitor.join(server, board, 'facilitator');
  const answer = await visitor.call('/successors', { json: { title: 'The second' } });
  expect(answer.status).toBe(201);
  const next = answer.body as unknown as CreatedBoard;
  const gil = await WorkshopClient.join(server, next, 'facilitator', { name: 'Gil' });
  const { outcomes } = await gil.sees(({ outcomes: { actions } }) => actions.length > 0);
  expect(outcomes.actions).toMatchObject([{ what: 'Book a room', status: 'open' }]);
  expect(outcomes.decisions).toEqual([]);
  const added = await gil.do({ type: 'outcomes.addAction', what: 'Bring cake', ...ofNobody });
  expect(added.ids).toHaveLength(1);
  fay.close();
  gil.close();
});

it('only facilitators make it', async () => {
  const board = await createBoard(server);
  const ben = await Visitor.join(server, board, 'contributor');
  expect((await ben.call('/successors', { json: { title: 'The second' } })).status).toBe(403);
});
