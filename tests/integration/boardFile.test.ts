import { unzipSync, zipSync } from 'fflate';
import { createBoardResponse } from '@common-ground/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HistoryVisitor, sameRecords, sortedJson } from './support/HistoryVisitor.ts';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { call, createBoard, Visitor, type CreatedBoard } from './support/visit.ts';

let server: TestServer;
let board: CreatedBoard;
let people: HistoryVisitor[];
beforeEach(async () => {
  server = await startTestServer();
  board = await createBoard(server, { title: 'Water', partners: ['North', 'South'] });
  people = [];
});
afterEach(async () => {
  for (const person of people) person.close();
  await server.close();
});

async function join(at: CreatedBoard, name = 'Fay') {
  const person = await HistoryVisitor.join(server, at, 'facilitator', name);
  people.push(person);
  return person;
}

async function commentsFor({ visitor }: HistoryVisitor): Promise<unknown> {
  return (await visitor.call('/comments')).body?.['threads'];
}

async function fileOf({ visitor }: HistoryVisitor): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(`${server.url}/api/boards/${visitor.boardId}/file`, {
    headers: { authorization: `Bearer ${visitor.token}` },
  });
  expect(response.headers.get('content-type')).toBe('application/zip');
  return new Uint8Array(await response.arrayBuffer());
}

function say(visitor: Visitor, command: object) {
  return visitor.call('/comments', { json: command });
}

function imported(bytes: Uint8Array<ArrayBuffer>) {
  return call(server, '/api/boards/file', { bytes, headers: { 'content-type': 'application/zip' } });
}

function text(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

describe('a board file', () => {
  it('makes an equal board: canvas, moments, comments, people and partners', async () => {
    const fay = await join(board);
    fay.canvas.writes('Clean water');
    fay.canvas.connects(fay.canvas.writes('From'), fay.canvas.drawsFrame());
    const kept = await fay.keeps('As agreed');
    fay.canvas.writes('Later');
    await fay.saved();
    const place = { pageId: 'page:page', x: 10, y: 20, shape: null };
    const begun = { type: 'start', threadId: 't1', commentId: 'c1', place, text: 'Who pays?' };
    await fay.visitor.call('/comments', { json: begun });
    const answer = await imported(await fileOf(fay));
    expect(answer.status).toBe(201);
    const copy = createBoardResponse.parse(answer.body);
    const gus = await join(copy, 'Gus');
    await gus.sees((records) => sameRecords(records, fay.canvas.records()));
    const [moment] = await gus.snapshots();
    expect(moment).toEqual(kept);
    expect(sortedJson((await gus.opens(kept)).records)).toBe(sortedJson((await fay.opens(kept)).records));
    expect(await commentsFor(gus)).toEqual(await commentsFor(fay));
    expect(await commentsFor(gus)).toMatchObject([
      { comments: [{ text: 'Who pays?', by: fay.visitor.participantId }] },
    ]);
    const [old, made] = [await fay.visitor.board(), await gus.visitor.board()];
    expect([made.title, made.partners]).toEqual([old.title, old.partners]);
    expect(made.participants).toEqual(expect.arrayContaining([...old.participants]));
    // Nobody gets in by what they had on the other board.
    const stranger = new Visitor(server, copy.boardId, fay.visitor);
    expect((await stranger.call('')).status).toBe(401);
  });

  it('is a facilitator’s to take', async () => {
    const alice = await Visitor.join(server, board, 'contributor');
    expect((await alice.call('/file')).body).toMatchObject({ code: 'role_insufficient' });
  });

  it('that is none, is damaged, or holds something else than it says makes no board', async () => {
    const fay = await join(board);
    await fay.keeps('One');
    const entries = unzipSync(await fileOf(fay));
    const partner = { id: 'twice', name: 'Twice', colour: 'blue' };
    const files = [
      new Uint8Array(),
      new Uint8Array([1, 2, 3]),
      zipSync({ 'board.json': text({ format: 2 }) }),
      zipSync({ ...entries, 'events.json': text([{ type: 'unheard-of' }]) }),
      zipSync({ ...entries, 'canvas.json': text({ format: 1, canvas: {}, workshop: null }) }),
      zipSync({ ...entries, [`assets/${'0'.repeat(64)}.png`]: new Uint8Array([1]) }),
      zipSync({ ...entries, 'removals.json': new Uint8Array([123]) }),
      zipSync({ ...entries, 'partners.json': text([partner, partner]) }),
      zipSync({ ...entries, 'threads.json': text([{ id: 't', comments: [] }]) }),
    ];
    for (const file of files) {
      const answer = await imported(new Uint8Array(file));
      expect(answer.body).toMatchObject({ code: 'board_file_refused' });
    }
    // Names that are not expected are passed over, wherever they point.
    const harmless = zipSync({ ...entries, '../../../../evil': new Uint8Array([1]), '/etc/x': text(1) });
    expect((await imported(new Uint8Array(harmless))).status).toBe(201);
  });
});

describe('a board of a moment', () => {
  it('has its canvas and the partners, once per command', async () => {
    const fay = await join(board);
    fay.canvas.writes('Worth keeping');
    const before = fay.canvas.records();
    const kept = await fay.keeps('To go on from');
    fay.canvas.writes('Not this');
    const make = () =>
      fay.visitor.call(`/snapshots/${kept.id}/board`, { json: { title: 'Part two', commandId: 'copy' } });
    const [first, second] = [await make(), await make()];
    expect(first.status).toBe(201);
    expect(second.body).toEqual(first.body);
    const gus = await join(first.body as unknown as CreatedBoard, 'Gus');
    await gus.sees((records) => sameRecords(records, before));
    expect(await gus.visitor.board()).toMatchObject({
      title: 'Part two',
      partners: [{ name: 'North' }, { name: 'South' }],
    });
    expect(await gus.snapshots()).toEqual([]);
  });

  it('has the comments that had been made by then, with the names of those who made them', async () => {
    const [fay, alice] = [
      await join(board),
      await Visitor.join(server, board, 'commenter', { name: 'Alice' }),
    ];
    const shapeId = fay.canvas.writes('Clean water');
    await fay.saved();
    const place = { pageId: 'page:page', x: 10, y: 20, shape: { id: shapeId, x: 5, y: 5 } };
    const text = `Who pays? @[${fay.visitor.participantId}]`;
    await say(alice, { type: 'start', threadId: 't1', commentId: 'c1', place, text });
    const kept = await fay.keeps('After the question');
    await say(fay.visitor, { type: 'reply', threadId: 't1', commentId: 'c2', text: 'We do.' });
    await say(fay.visitor, { type: 'resolve', threadId: 't1', rev: 0, isResolved: true });
    await say(fay.visitor, { type: 'start', threadId: 't2', commentId: 'c3', place, text: 'Later' });
    const json = { title: 'Part two', commandId: 'copy' };
    const made = await fay.visitor.call(`/snapshots/${kept.id}/board`, { json });
    const gus = await join(made.body as unknown as CreatedBoard, 'Gus');
    expect(await commentsFor(gus)).toMatchObject([
      {
        id: 't1',
        resolved: null,
        place: { shape: { id: shapeId } },
        comments: [{ text, by: alice.participantId }],
      },
    ]);
    const { participants } = await gus.visitor.board();
    expect(participants.map(({ name }) => name)).toEqual(expect.arrayContaining(['Alice', 'Fay']));
    // They can go on where they were.
    const reply = { type: 'reply', threadId: 't1', commentId: 'c9', text: 'You do.' };
    expect((await say(gus.visitor, reply)).status).toBe(200);
  });
});
