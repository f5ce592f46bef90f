import { openBoard } from '@common-ground/board';
import { reportSchema, tablesOf } from '@common-ground/templates';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { createBoard, Visitor, type CreatedBoard } from './support/visit.ts';
import { anonymous, jump, startCommand, write } from './support/workshopAgenda.ts';
import { WorkshopClient } from './support/WorkshopClient.ts';
import { YClient } from './support/YClient.ts';

let server: TestServer;
let board: CreatedBoard;
let fay: WorkshopClient;
let alice: WorkshopClient;
let olga: Visitor;
const clients: { close(): void }[] = [];
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

async function open(templateId: string): Promise<void> {
  board = await createBoard(server, { title: 'Our <board>', templateId, partners: ['North', 'South'] });
  fay = await join('facilitator', 'Fay');
  alice = await join('contributor', 'Alice', 'North');
  olga = await Visitor.join(server, board, 'observer', { name: 'Olga' });
}

async function join(role: 'facilitator' | 'contributor', name: string, partner?: string) {
  const client = await WorkshopClient.join(server, board, role, { name, ...(partner && { partner }) });
  clients.push(client);
  return client;
}

interface TextAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** A report as somebody gets it. */
async function reportFor({ boardId, token }: Visitor, path: string): Promise<TextAnswer> {
  const response = await fetch(`${server.url}/api/boards/${boardId}/${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  // `text()` would take the byte order mark off.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  return { status: response.status, text, headers: response.headers };
}

/** The report in every format, as one text. */
async function everyFormat(visitor: Visitor): Promise<string> {
  const answers = await Promise.all(
    ['report.md', 'report.json', 'report.csv'].map((path) => reportFor(visitor, path)),
  );
  return answers.map(({ text }) => text).join('\n');
}

describe('the report of a retrospective', () => {
  beforeEach(() => open('retrospective'));

  it('tells everybody on the board what was revealed and agreed, in each format', async () => {
    await fay.do(startCommand);
    await fay.do(jump('arrive', 'gather'));
    await alice.do(write('gather', anonymous, ['We met =late='], 'alice'));
    await fay.do({ type: 'drafts.reveal', stepKey: 'gather', lane: null });
    await fay.do({
      type: 'outcomes.addAction',
      what: '=Send the agenda',
      owner: 'Alice',
      partnerId: null,
      due: '2027-03-01',
      aboutId: null,
    });
    const markdown = await reportFor(olga, 'report.md');
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(markdown.headers.get('content-disposition')).toBe('attachment; filename="report.md"');
    expect(markdown.headers.get('cache-control')).toBe('no-store');
    expect(markdown.text).toContain('# Our \\<board\\>\n');
    expect(markdown.text).toContain('### Start\n\n- We met =late=\n');
    expect(markdown.text).toContain('| =Send the agenda | Alice |  | 2027-03-01 | open |');
    expect(markdown.text).toContain('- North: Alice');
    const { text } = await reportFor(alice.visitor, 'report.json');
    const report = reportSchema.parse(JSON.parse(text));
    expect(report.parts.map(({ title }) => title)).toEqual([
      'Who took part',
      'Retrospective',
      'What was agreed',
    ]);
    expect(tablesOf(report).map(({ key }) => key)).toEqual(['actions']);
    const csv = await reportFor(fay.visitor, 'report.csv?table=actions');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.text).toContain('"\'=Send the agenda",Alice,,2027-03-01,open\r\n');
  });

  it('holds no draft and no ballot, for nobody', async () => {
    await fay.do(startCommand);
    await fay.do(jump('arrive', 'gather'));
    await alice.do(write('gather', anonymous, ['marker-of-alice'], 'alice'));
    for (const visitor of [olga, fay.visitor, alice.visitor])
      expect(await everyFormat(visitor)).not.toContain('marker-of-alice');
  });

  it('holds no count that is not shown, not even for a facilitator', async () => {
    await fay.do(startCommand);
    await fay.do(jump('arrive', 'vote'));
    const items = [{ itemId: 'shape:one', label: 'A counted topic' }];
    await fay.do({ type: 'ballots.open', stepKey: 'vote', items });
    const told = 'anonymous';
    for (const name of ['Alice', 'Bob', 'Carol']) {
      const voter = name === 'Alice' ? alice : await join('contributor', name, 'South');
      await voter.do({
        type: 'ballots.placeDots',
        stepKey: 'vote',
        round: 1,
        told,
        itemId: 'shape:one',
        dots: 1,
      });
    }
    await fay.do({ type: 'ballots.close', stepKey: 'vote', show: false });
    expect(await everyFormat(fay.visitor)).not.toContain('A counted topic');
    await fay.do({ type: 'ballots.show', stepKey: 'vote', round: 1, show: true });
    expect((await reportFor(olga, 'report.md')).text).toContain('| 1 | A counted topic | 3 |');
  });

  it('is the same after a restart', async () => {
    await fay.do({ type: 'outcomes.addDecision', text: 'We meet at nine' });
    await server.restart();
    const { status, text } = await reportFor(olga, 'report.md');
    expect(status).toBe(200);
    expect(text).toContain('- We meet at nine (');
  });
});

describe('the report of a RACI mapping', () => {
  it('is the matrix as it stands on the canvas', async () => {
    await open('raci');
    const canvas = await YClient.open(alice.visitor);
    clients.push(canvas);
    const { shapes } = openBoard(canvas.doc);
    const matrix = [...shapes.values()].find(
      (shape) => (shape.get('b') as { type: string }).type === 'responsibility-matrix',
    );
    canvas.doc.transact(() => {
      matrix?.set('m.r:row1:name', 'Plan');
      matrix?.set('m.k:column1:name', 'Mayor');
      matrix?.set('m.c:row1:column1', 'A');
    });
    const reader = await YClient.open(olga);
    clients.push(reader);
    await reader.until((doc) => JSON.stringify(doc.getMap('shapes')).includes('Mayor'));
    expect((await reportFor(olga, 'report.csv')).text).toBe('\uFEFFWork,Mayor (North)\r\nPlan,A\r\n');
    expect((await reportFor(olga, 'report.md')).text).toContain('- Error: Nobody has the R in “Plan”');
  });
});

describe('a report', () => {
  beforeAll(() => open('vision-alignment'));

  it('of a board without tables is an empty table', async () => {
    const { status, text } = await reportFor(olga, 'report.csv');
    expect([status, text]).toEqual([200, '\uFEFF\r\n']);
  });

  it('of one template leaves out the others', async () => {
    const { text } = await reportFor(olga, 'report.json?template=raci&language=de-AT');
    expect(reportSchema.parse(JSON.parse(text)).parts.map(({ templateId }) => templateId)).toEqual([null]);
  });

  it.each([
    ['report.md?template=no-such-template', 404, 'template_unknown'],
    ['report.csv?table=no-such-table', 400, 'invalid_request'],
    [`report.md?language=${'x'.repeat(36)}`, 400, 'invalid_request'],
    ['report.pdf', 404, 'not_found'],
  ])('at %s is refused', async (path, status, code) => {
    const answer = await reportFor(olga, path);
    expect([answer.status, (JSON.parse(answer.text) as { code: string }).code]).toEqual([status, code]);
  });

  it('is refused without a token, and with that of another board', async () => {
    const other = await Visitor.join(server, await createBoard(server), 'facilitator');
    const path = `/api/boards/${board.boardId}/report.md`;
    expect(await olga.call('/report.md', { token: null })).toMatchObject({ status: 401 });
    const stranger = await fetch(server.url + path, { headers: { authorization: `Bearer ${other.token}` } });
    expect(stranger.status).toBe(401);
  });
});
