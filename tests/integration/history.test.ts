import type { CommandId } from '@common-ground/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HistoryVisitor, sameRecords, sortedJson } from './support/HistoryVisitor.ts';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { createBoard, Visitor, type CreatedBoard } from './support/visit.ts';

let server: TestServer;
let board: CreatedBoard;
let people: HistoryVisitor[];
beforeEach(async () => {
  server = await startTestServer();
  board = await createBoard(server);
  people = [];
});
afterEach(async () => {
  for (const person of people) person.close();
  await server.close();
});

async function join(...[role, name]: [role: 'facilitator' | 'contributor' | 'observer', name?: string]) {
  const person = await HistoryVisitor.join(server, board, role, name);
  people.push(person);
  return person;
}

describe('a named snapshot', () => {
  it('holds the canvas as it is, and is the same when it is opened later', async () => {
    const fay = await join('facilitator');
    const note = fay.canvas.writes('Clean water');
    const before = fay.canvas.records();
    const kept = await fay.keeps('First idea');
    expect(kept).toMatchObject({ kind: 'named', reason: 'named', name: 'First idea', noteCount: 1 });
    expect(kept).toMatchObject({ by: fay.visitor.participantId, people: [fay.visitor.participantId] });
    fay.canvas.types(note).at(0, 'Very ');
    await server.restart();
    expect(sameRecords((await fay.opens(kept)).records, before)).toBe(true);
    expect((await fay.snapshots()).map(({ id }) => id)).toContain(kept.id);
  });

  it('is kept once, however often the command is sent', async () => {
    const { visitor } = await join('facilitator');
    const json = { name: 'Once', commandId: 'the-same' };
    const answers = [await visitor.call('/snapshots', { json }), await visitor.call('/snapshots', { json })];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
  });

  it('is a facilitator’s to keep and to name, everybody’s to see', async () => {
    const fay = await join('facilitator');
    const olga = await join('observer');
    const kept = await fay.keeps('For all');
    const json = { name: 'Mine', commandId: 'c1' };
    const rename = { method: 'PATCH', json: { name: 'Mine' } } as const;
    for (const { visitor } of [olga, await join('contributor')]) {
      expect((await visitor.call('/snapshots', { json })).body).toMatchObject({ code: 'role_insufficient' });
      expect((await visitor.call(`/snapshots/${kept.id}`, rename)).status).toBe(403);
      const restore = { json: { commandId: 'c2' } };
      expect((await visitor.call(`/snapshots/${kept.id}/restore`, restore)).status).toBe(403);
    }
    expect(await olga.snapshots()).toEqual(await fay.snapshots());
    expect((await olga.opens(kept)).records.length).toBeGreaterThan(0);
    const renamed = await fay.visitor.call(`/snapshots/${kept.id}`, rename);
    expect(renamed.body).toMatchObject({ name: 'Mine', kind: 'named' });
  });

  it('of another board is unknown', async () => {
    const fay = await join('facilitator');
    const kept = await fay.keeps('Ours');
    const other = await createBoard(server, { title: 'Another' });
    const stranger = await Visitor.join(server, other, 'facilitator');
    const answer = await stranger.call(`/snapshots/${kept.id}`);
    expect(answer.body).toMatchObject({ code: 'snapshot_unknown' });
  });
});

describe('a moment is kept by itself', () => {
  it('before much of the board is removed, as it was before', async () => {
    const fay = await join('facilitator');
    const alice = await join('contributor', 'Alice');
    const notes = Array.from({ length: 15 }, (_, index) => fay.canvas.writes(`note ${index}`));
    await fay.meets([alice]);
    const before = fay.canvas.records();
    alice.canvas.inOneFrame(() => alice.canvas.store.remove(notes));
    const kept = await fay.kept('deletion');
    expect(kept).toMatchObject({ kind: 'automatic', by: alice.visitor.participantId, noteCount: 15 });
    expect(sortedJson((await fay.opens(kept)).records)).toBe(sortedJson(before));
    await fay.restores(kept);
    await alice.sees((records) => sameRecords(records, before));
  });

  it('not when a few notes of many go', async () => {
    const fay = await join('facilitator');
    const notes = Array.from({ length: 40 }, (_, index) => fay.canvas.writes(`note ${index}`));
    await fay.keeps('Before');
    fay.canvas.inOneFrame(() => fay.canvas.store.remove(notes.slice(0, 5)));
    await fay.keeps('After');
    expect((await fay.snapshots()).map(({ reason }) => reason)).toEqual(['named', 'named']);
  });

  it('when the last one has left', async () => {
    const fay = await join('facilitator');
    fay.canvas.writes('Here for a moment');
    await fay.keeps('Stored');
    fay.canvas.writes('And gone');
    await fay.client.closed();
    const again = await join('observer');
    expect(await again.kept('left')).toMatchObject({ noteCount: 2, people: [fay.visitor.participantId] });
  });

  it('before a template is laid out, unless the board is empty', async () => {
    const fay = await join('facilitator');
    const launch = (commandId: string) =>
      fay.visitor.call('/launches', { json: { commandId, templateId: 'retrospective' } });
    await launch('first');
    expect(await fay.snapshots()).toEqual([]);
    await launch('second');
    const kept = await fay.kept('launch');
    const frames = (await fay.opens(kept)).records.filter(({ id }) => id.startsWith('shape:first'));
    expect(kept.by).toBe(fay.visitor.participantId);
    expect(frames.length + kept.noteCount).toBeGreaterThanOrEqual(0);
  });
});

describe('a restore', () => {
  it('reaches everybody, is once per command, and can be taken back', async () => {
    const [fay, alice] = [await join('facilitator'), await join('contributor', 'Alice')];
    const note = fay.canvas.writes('As it was');
    const before = fay.canvas.records();
    const kept = await fay.keeps('Good');
    fay.canvas.types(note).at(0, 'Not ');
    fay.canvas.writes('Came later');
    await fay.meets([alice]);
    const after = fay.canvas.records();
    const commandId = 'restore-1' as CommandId;
    const taken = await fay.restores(kept, commandId);
    expect(taken).toMatchObject({ reason: 'restore', by: fay.visitor.participantId });
    for (const one of [fay, alice]) await one.sees((records) => sameRecords(records, before));
    alice.canvas.writes('Written after it');
    await fay.meets([alice]);
    expect(await fay.restores(kept, commandId)).toEqual(taken);
    expect(alice.canvas.shapes()).toHaveLength(2);
    await fay.restores(taken);
    for (const one of [fay, alice]) await one.sees((records) => sameRecords(records, after));
  });

  it('converges with an offline browser, which brings nothing back but keeps its own work', async () => {
    const [fay, bob] = [await join('facilitator'), await join('contributor', 'Bob')];
    const old = fay.canvas.writes('Old');
    const kept = await fay.keeps('Early');
    const later = fay.canvas.writes('Later');
    await fay.meets([bob]);
    bob.client.provider.disconnect();
    bob.canvas.moves(later).to(900, 900);
    bob.canvas.types(old).at(3, ' and mended');
    const own = bob.canvas.writes('Offline');
    await fay.restores(kept);
    await fay.sees((records) => !records.some(({ id }) => id === later));
    bob.client.provider.params = { ticket: await bob.visitor.ticket() };
    bob.client.provider.connect();
    await fay.sees((records) => records.some(({ id }) => id === own));
    await fay.meets([bob]);
    for (const one of [fay, bob]) {
      expect(one.canvas.sees(later)).toBeUndefined();
      expect(one.canvas.reads(old)).toBe('Old and mended');
    }
  });

  it('converges with a tab that has heard nothing of it and works on what is gone', async () => {
    const [fay, carol] = [await join('facilitator'), await join('contributor', 'Carol')];
    const old = fay.canvas.writes('Old');
    const kept = await fay.keeps('Early');
    const later = fay.canvas.writes('Later');
    await fay.meets([carol]);
    const letThrough = carol.client.holdsBack();
    await fay.restores(kept);
    await fay.sees((records) => !records.some(({ id }) => id === later));
    carol.canvas.moves(later).to(900, 900);
    carol.canvas.types(later).at(0, 'Even ');
    carol.canvas.types(old).at(3, ' and mended');
    const own = carol.canvas.writes('Stale');
    await fay.sees((records) => records.some(({ id }) => id === own));
    expect(carol.canvas.sees(later)).toBeDefined();
    letThrough();
    await fay.meets([carol]);
    for (const one of [fay, carol]) {
      expect(one.canvas.sees(later)).toBeUndefined();
      expect(one.canvas.reads(old)).toBe('Old and mended');
    }
  });

  it('tells who removed what, and forgets what came back', async () => {
    const [fay, alice] = [await join('facilitator'), await join('contributor', 'Alice')];
    const note = fay.canvas.writes('Precious');
    const kept = await fay.keeps('With it');
    await fay.meets([alice]);
    alice.canvas.deletes(note);
    await fay.meets([alice]);
    expect(await fay.removals()).toMatchObject([
      { by: alice.visitor.participantId, shapeId: note, type: 'note', text: 'Precious' },
    ]);
    const added = alice.canvas.writes('Added');
    await fay.meets([alice]);
    await fay.restores(kept);
    expect(await fay.removals()).toMatchObject([{ by: fay.visitor.participantId, shapeId: added }]);
  });
});

describe('news', () => {
  it('counts what others did since the last visit, and nothing for a newcomer', async () => {
    const [fay, alice] = [await join('facilitator'), await join('contributor', 'Alice')];
    expect(await alice.news()).toMatchObject({ added: 0 });
    const old = fay.canvas.writes('Old');
    const gone = fay.canvas.writes('To go');
    await fay.meets([alice]);
    await alice.client.closed();
    const later = (await alice.leftAt()) + 1_000;
    fay.canvas.changes(old, { meta: { changedBy: fay.visitor.participantId, changedAt: later } });
    fay.canvas.changes(fay.canvas.writes('New'), { meta: { by: fay.visitor.participantId, at: later } });
    fay.canvas.changes(fay.canvas.writes('Alice’s'), {
      meta: { by: alice.visitor.participantId, at: later },
    });
    fay.canvas.deletes(gone);
    await fay.saved();
    const place = { pageId: 'page:page', x: 0, y: 0, shape: null };
    await fay.visitor.call('/comments', {
      json: { type: 'start', threadId: 't', commentId: 'c', place, text: 'Who pays?' },
    });
    const counts = { added: 1, changed: 1, removed: 1, decisions: 0, comments: 1 };
    expect(await alice.news()).toMatchObject(counts);
    // Coming back, on whatever device, is not looking.
    const again = await HistoryVisitor.connect(alice.visitor);
    await again.sees((records) => sameRecords(records, fay.canvas.records()));
    expect(await again.news()).toMatchObject(counts);
    await again.client.closed();
    // What was read is no news, wherever it was.
    await alice.visitor.call('/comments/seen', { json: { seen: { t: 1 } } });
    expect(await alice.news()).toMatchObject({ ...counts, comments: 0 });
    expect((await alice.visitor.call('/seen', { json: { at: later + 10 ** 9 } })).status).toBe(204);
    expect((await alice.news()).since).toBeLessThan(later + 10 ** 9);
  });
});
