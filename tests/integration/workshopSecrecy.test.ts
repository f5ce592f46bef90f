import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { everyAnswer } from './support/everyAnswer.ts';
import { filesWith, tablesOf } from './support/dataFiles.ts';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { createBoard, Visitor, type CreatedBoard } from './support/visit.ts';
import {
  anonymous,
  jump,
  partnersOwn,
  startCommand,
  workshopAgenda,
  write,
} from './support/workshopAgenda.ts';
import { WorkshopClient } from './support/WorkshopClient.ts';
import { YClient } from './support/YClient.ts';

/*
 * What is private, looked for everywhere: in every frame of everybody else, in every answer that they can ask for, in
 * every row of the database but those it is kept in, and afterwards in every byte of the data folder.
 */

let server: TestServer;
let board: CreatedBoard;
let fay: WorkshopClient;
let alice: WorkshopClient;
let others: WorkshopClient[];
const clients: { close(): void }[] = [];
beforeEach(async () => {
  server = await startTestServer();
  const partners = ['North', 'South'];
  board = await createBoard(server, { title: 'A board', templateId: 'retrospective', partners });
  fay = await join('facilitator', 'Fay');
  alice = await join('contributor', 'Alice', 'North');
  others = [
    fay,
    await join('contributor', 'Bob', 'South'),
    await join('contributor', 'Carol', 'South'),
    await join('observer', 'Olga'),
  ];
  await fay.do(startCommand);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server.close();
});

async function join(role: 'facilitator' | 'contributor' | 'observer', name: string, partner?: string) {
  const client = await WorkshopClient.join(server, board, role, { name, ...(partner && { partner }) });
  clients.push(client);
  return client;
}

/** Everything that came to somebody over their connection. */
function received({ socket }: WorkshopClient): string {
  return socket.frames.map((frame) => Buffer.from(frame).toString('latin1')).join('\n');
}

/** Everything that somebody can ask for: reports, feeds, snapshots and whatever comes to be. */
function answersTo({ visitor }: WorkshopClient): Promise<string> {
  return everyAnswer(server, visitor);
}

/** Where a text has come that is not its author's own connection or the rows in which private things are kept. */
async function placesOf(text: string): Promise<string[]> {
  const found: string[] = [];
  const late = await join('contributor', 'Late', 'South');
  await late.sees(() => true);
  for (const client of [...others, late]) {
    if (received(client).includes(text)) found.push(`a frame of ${client.visitor.role}`);
    if ((await answersTo(client)).includes(text)) found.push(`an answer to ${client.visitor.role}`);
  }
  for (const [name, rows] of Object.entries(tablesOf(server.dataDir)))
    if (name !== 'workshop_privates' && rows.includes(text)) found.push(`a row of ${name}`);
  return found;
}

/** Texts of the notes of the step on the canvas, lowest first, once there are so many. */
async function notesOnCanvas(stepKey: string, count: number): Promise<string[]> {
  const reader = await YClient.open(await Visitor.join(server, board, 'observer'));
  clients.push(reader);
  const shapes = () =>
    Object.values(reader.doc.getMap('shapes').toJSON() as Record<string, Shape>)
      .filter(({ b }) => b.meta['stepKey'] === stepKey)
      .toSorted((one, other) => (one.b.index < other.b.index ? -1 : 1));
  await reader.until(() => shapes().length >= count);
  return shapes().map(({ t }) => String(t));
}

interface Shape {
  readonly b: { readonly index: string; readonly meta: Readonly<Record<string, unknown>> };
  readonly t?: string;
}

describe('what can be asked for', () => {
  it('is found in the server’s own description: reports, feeds and what is behind their addresses', async () => {
    await fay.do({ type: 'outcomes.addDecision', text: 'decision-for-all' });
    const answer = await answersTo(fay);
    expect(answer.split('decision-for-all').length - 1).toBeGreaterThanOrEqual(2);
    expect(answer).toContain('<feed');
    expect(answer).toContain('# A board');
  });
});

describe('before a reveal', () => {
  it('nobody else gets a draft, by whatever way', async () => {
    await fay.do(jump('arrive', 'gather'));
    await alice.do(write('gather', anonymous, ['marker-of-alice'], 'alice'));
    await alice.do({ type: 'drafts.edit', draftId: 'alice-0', rev: 0, text: 'marker-of-alice, edited' });
    for (const other of others) await other.sees((view) => view.drafts.steps[0]?.writerCount === 1);
    expect(await placesOf('marker-of-alice')).toEqual([]);
    expect(await placesOf('alice-0')).toEqual([]);
    expect(tablesOf(server.dataDir)['workshop_privates']).toContain('marker-of-alice, edited');
    expect(await notesOnCanvas('gather', 0)).toEqual([]);
  });

  it('a partner’s draft is its own people’s only', async () => {
    const anna = await join('contributor', 'Anna', 'North');
    await fay.do(jump('arrive', 'ours'));
    await alice.do(write('ours', partnersOwn, ['marker-of-north'], 'north'));
    expect((await anna.sees((view) => view.drafts.yours.length === 1)).drafts.yours).toMatchObject([
      { text: 'marker-of-north', authorId: alice.id },
    ]);
    expect(await placesOf('marker-of-north')).toEqual([]);
  });

  it('the author finds it again on another device and after a restart', async () => {
    await fay.do(jump('arrive', 'gather'));
    await alice.do(write('gather', anonymous, ['marker-of-alice'], 'alice'));
    const again = await WorkshopClient.connect(alice.visitor);
    clients.push(again);
    expect((await again.sees(() => true)).drafts.yours).toMatchObject([{ text: 'marker-of-alice' }]);
    await server.restart();
    await again.reconnect();
    expect((await again.sees(() => true)).drafts.yours).toMatchObject([{ text: 'marker-of-alice' }]);
  });

  it('what an author deletes leaves no trace', async () => {
    await fay.do(jump('arrive', 'gather'));
    await alice.do(write('gather', anonymous, ['marker-deleted', 'kept'], 'alice'));
    expect(filesWith(server.dataDir, 'marker-deleted')).not.toEqual([]);
    await alice.do({ type: 'drafts.delete', draftIds: ['alice-0'] });
    expect(filesWith(server.dataDir, 'marker-deleted')).toEqual([]);
  });
});

describe('a lane that is never revealed', () => {
  it('is nowhere while another one is, and in no byte of the data folder once the workshop has ended', async () => {
    const steps = workshopAgenda.map((step) =>
      step.mode.kind === 'private' ? { ...step, mode: { ...step.mode, revealBy: 'partner' as const } } : step,
    );
    await fay.do({ type: 'agenda.end', expectedStepKey: 'arrive', reason: null, discardDrafts: false });
    await fay.do({ type: 'agenda.start', title: 'By lane', templateId: 'retrospective', steps });
    await fay.do(jump('arrive', 'ours'));
    const [, bob] = others;
    await alice.do(write('ours', partnersOwn, ['marker-of-north'], 'north'));
    await bob?.do(write('ours', partnersOwn, ['marker-of-south'], 'south'));
    const partnerId = (await bob?.sees(() => true))?.you.partnerId ?? null;
    await fay.do({ type: 'drafts.reveal', stepKey: 'ours', lane: { partnerId } });
    expect((await notesOnCanvas('ours', 1)).join()).toContain('marker-of-south');
    expect(await placesOf('marker-of-north')).toEqual([]);
    await fay.do({ type: 'agenda.end', expectedStepKey: 'ours', reason: null, discardDrafts: true });
    expect(await placesOf('marker-of-north')).toEqual([]);
    expect(filesWith(server.dataDir, 'marker-of-north')).toEqual([]);
    expect(filesWith(server.dataDir, 'marker-of-south')).not.toEqual([]);
  });
});

describe('after an anonymous reveal', () => {
  it('nothing stored ties a note to a person, in no byte of the data folder', async () => {
    await fay.do(jump('arrive', 'gather'));
    const writers = [alice, ...others.filter(({ visitor }) => visitor.role === 'contributor')];
    for (const [index, writer] of writers.entries())
      await writer.do(write('gather', anonymous, [`note-${index}-marker`], `secret-draft-${index}`));
    await fay.do({ type: 'drafts.reveal', stepKey: 'gather', lane: null });
    await fay.sees((view) => view.drafts.steps[0]?.reveals.length === 1);
    expect((await notesOnCanvas('gather', 3)).join()).toContain('note-2-marker');
    // The draft's id, which only its author's browser knew, and the row that held author and text together.
    expect(filesWith(server.dataDir, 'secret-draft-')).toEqual([]);
    expect(filesWith(server.dataDir, '"authorId":"')).toEqual([]);
    expect(tablesOf(server.dataDir)['workshop_privates']).toBe('');
    const tables = Object.entries(tablesOf(server.dataDir));
    const lines = tables.flatMap(([, rows]) => rows.split('\n')).filter((row) => row.includes('-marker'));
    for (const { id } of writers) expect(lines.filter((line) => line.includes(id))).toEqual([]);
    // A receipt holds what a command was answered, and no command of writing says how many.
    expect(tablesOf(server.dataDir)['workshop_receipts']).not.toContain('secret-draft');
    await server.restart();
    expect(filesWith(server.dataDir, 'secret-draft-')).toEqual([]);
  });

  it('notes stand in an order that says nothing of who wrote first', async () => {
    await fay.do(jump('arrive', 'gather'));
    const texts = Array.from({ length: 30 }, (_, index) => `note ${String(index).padStart(2, '0')}`);
    await alice.do(write('gather', anonymous, texts, 'alice'));
    await fay.do({ type: 'drafts.reveal', stepKey: 'gather', lane: null });
    const order = await notesOnCanvas('gather', 30);
    expect(new Set(order).size).toBe(30);
    expect(order).not.toEqual(order.toSorted());
  });
});

/** The command that puts dots on an item. */
function dots(itemId: string, count: number) {
  return {
    type: 'ballots.placeDots',
    stepKey: 'vote',
    round: 1,
    told: 'anonymous',
    itemId,
    dots: count,
  } as const;
}

describe('a ballot', () => {
  const items = [
    { itemId: 'shape:ballot-marker', label: 'One' },
    { itemId: 'shape:two', label: 'Two' },
  ];

  it('is seen by its voter alone, and is gone from the disk once it is counted', async () => {
    await fay.do(jump('arrive', 'vote'));
    await fay.do({ type: 'ballots.open', stepKey: 'vote', items });
    const voters = [alice, ...others.filter(({ visitor }) => visitor.role === 'contributor')];
    const before = new Map(others.map((client) => [client, client.socket.frames.length]));
    await alice.do(dots('shape:ballot-marker', 3));
    for (const other of others) {
      await other.sees((view) => JSON.stringify(view.ballots).includes('"voterCount":1'));
      const frames = other.socket.frames.slice(before.get(other));
      expect(frames.map((frame) => Buffer.from(frame).toString()).join()).not.toMatch(/"value":3|"dots":3/);
      expect(await answersTo(other)).not.toMatch(/"value":3|"dots":3|\b3 dots/);
    }
    const { workshop_privates: ballots, ...tables } = tablesOf(server.dataDir);
    expect(ballots).toContain('"key":"shape:ballot-marker"');
    for (const rows of Object.values(tables)) expect(rows).not.toContain('"key":"shape:ballot-marker"');
    for (const voter of voters.slice(1)) await voter.do(dots('shape:two', 1));
    await fay.do({ type: 'ballots.close', stepKey: 'vote', show: true });
    expect(tablesOf(server.dataDir)['workshop_privates']).toBe('');
    expect(filesWith(server.dataDir, '"kind":"ballot"')).toEqual([]);
    expect(filesWith(server.dataDir, 'ballot:vote')).toEqual([]);
  });
});
