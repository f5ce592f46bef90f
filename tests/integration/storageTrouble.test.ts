import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { protocolVersion } from '@common-ground/protocol';
import { systemClock } from '@common-ground/server';
import type { Clock } from '@common-ground/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { step1Frame, updateFrame } from './support/frames.ts';
import { RawSocket } from './support/RawSocket.ts';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { call, createBoard, Visitor, type CreatedBoard } from './support/visit.ts';
import { YClient } from './support/YClient.ts';

/** The machine's time, on which long waits (unloading a board, for one) are over when the test says so. */
class PatientClock implements Clock {
  readonly #long = new Set<() => void>();

  now(): number {
    return systemClock.now();
  }

  after(delayMs: number, callback: () => void): () => void {
    if (delayMs < 20_000) return systemClock.after(delayMs, callback);
    this.#long.add(callback);
    return () => this.#long.delete(callback);
  }

  passLongWaits(): void {
    const callbacks = [...this.#long];
    this.#long.clear();
    for (const callback of callbacks) callback();
  }
}

let server: TestServer;
let board: CreatedBoard;
afterEach(() => server.close());

/** The server's database, opened by another program. */
function otherProgram(): DatabaseSync {
  return new DatabaseSync(join(server.dataDir, 'common-ground.db'), { timeout: 2_000 });
}

/** Damages what is stored of the board's canvas; returns what is there then. */
function damage(): readonly unknown[] {
  const disk = otherProgram();
  disk.exec("UPDATE updates SET data = x'ffffffff'; UPDATE snapshots SET data = x'ffffffff'");
  const rows = disk
    .prepare('SELECT hex(data) AS data FROM updates UNION ALL SELECT hex(data) FROM snapshots')
    .all();
  disk.close();
  return rows;
}

describe('a storage that fails for a while', () => {
  let disk: DatabaseSync;
  beforeEach(async () => {
    server = await startTestServer();
    board = await createBoard(server);
    disk = otherProgram();
  });

  /** Makes every write of the server fail, as a full disk does. */
  function fail(): void {
    disk.exec('BEGIN IMMEDIATE');
  }

  function heal(): void {
    disk.exec('ROLLBACK');
    disk.close();
  }

  it('refuses to keep a moment and to restore one, and nothing of it has happened', async () => {
    const fay = await Visitor.join(server, board, 'facilitator');
    const named = await fay.call('/snapshots', { json: { name: 'Before', commandId: 'c1' } });
    const restore = () =>
      fay.call(`/snapshots/${String(named.body?.['id'])}/restore`, { json: { commandId: 'c2' } });
    fail();
    const kept = await fay.call('/snapshots', { json: { name: 'During', commandId: 'c3' } });
    expect(kept).toMatchObject({ status: 503, body: { code: 'storage_trouble' } });
    expect(await restore()).toMatchObject({ status: 503, body: { code: 'storage_trouble' } });
    heal();
    expect((await fay.call('/snapshots')).body).toEqual({ snapshots: [named.body] });
    expect((await restore()).status).toBe(200);
  });

  it('is told to everybody, shows in /healthz, hides what is not stored, and heals without a restart', async () => {
    const writer = await RawSocket.open(
      await (await Visitor.join(server, board, 'contributor')).syncAddress({ v: String(protocolVersion) }),
    );
    const reader = await YClient.open(await Visitor.join(server, board, 'contributor'));
    const notices = () =>
      writer.messages.flatMap((message) => (message.type === 'notice' ? [message.notice.code] : []));
    const isSaved = () => writer.messages.some(({ type }) => type === 'saved');
    writer.send(step1Frame());
    await writer.until(({ frames }) => frames.some(([type, kind]) => type === 0 && kind === 1));

    fail();
    writer.send(updateFrame((doc) => doc.getMap('records').set('asset:late', { name: 'Late' })));
    await writer.until(() => notices().includes('storage-trouble'));
    expect(await call(server, '/healthz')).toMatchObject({
      status: 503,
      body: { status: 'storage_trouble' },
    });
    expect(isSaved()).toBe(false);
    expect(reader.doc.getMap('records').has('asset:late')).toBe(false);

    heal();
    await writer.until(() => notices().includes('storage-healed') && isSaved());
    await reader.until((doc) => doc.getMap('records').has('asset:late'));
    expect(await call(server, '/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
    writer.close();
    reader.close();
  });

  it('is the answer to whatever would have to be stored, and nothing has happened', async () => {
    const facilitator = await Visitor.join(server, board, 'facilitator');
    fail();
    const trouble = { status: 503, body: { code: 'storage_trouble' } };
    expect(await call(server, '/api/boards', { json: { title: 'A board' } })).toMatchObject(trouble);
    expect(await facilitator.call('', { method: 'PATCH', json: { title: 'New title' } })).toMatchObject(
      trouble,
    );
    expect(await facilitator.call('/links/observer/renew', { method: 'POST' })).toMatchObject(trouble);
    expect((await facilitator.board()).title).toBe('A board');
    heal();
    expect((await facilitator.call('/links')).body).toEqual(board.links);
    expect((await facilitator.call('', { method: 'PATCH', json: { title: 'New title' } })).status).toBe(204);
  });
});

describe('a board that cannot be read', () => {
  let clock: PatientClock;
  beforeEach(async () => {
    clock = new PatientClock();
    server = await startTestServer({ clock });
    board = await createBoard(server, { title: 'Our board', templateId: 'raci' });
  });

  it('is an error that says so, and is never an empty board saved over the real one', async () => {
    const visitor = await Visitor.join(server, board, 'facilitator');
    // A ticket from before: the board is unloaded meanwhile, because nobody came.
    const address = await visitor.syncAddress({ v: String(protocolVersion) });
    clock.passLongWaits();
    // The storage answers one after the other: when it has answered this, it has stored what unloading had to.
    await visitor.board();
    const damaged = damage();
    const answer = await visitor.call('/ticket', { method: 'POST' });
    expect(answer).toMatchObject({ status: 503, body: { code: 'board_unreadable' } });
    const launch = await visitor.call('/launches', { json: { commandId: 'c1', templateId: 'raci' } });
    expect(launch).toMatchObject({ status: 503, body: { code: 'board_unreadable' } });
    const socket = await RawSocket.open(address);
    expect(await socket.closed).toEqual({ code: 1011, reason: 'server-trouble' });
    expect(socket.messages).toEqual([]);
    expect(damage()).toEqual(damaged);
  });

  it('leaves other boards alone', async () => {
    clock.passLongWaits();
    await (await Visitor.join(server, board, 'observer')).board();
    damage();
    const other = await createBoard(server, { title: 'Another board', templateId: 'raci' });
    const client = await YClient.open(await Visitor.join(server, other, 'contributor'));
    expect(client.doc.getMap('shapes').size).toBeGreaterThan(0);
    client.close();
  });
});

describe('a stranger', () => {
  it('makes the server load nothing', async () => {
    server = await startTestServer();
    board = await createBoard(server);
    await server.restart();
    const disk = otherProgram();
    disk.exec("INSERT INTO updates VALUES (1, 1000, 0, x'ffffffff')");
    disk.close();
    const query = '?ticket=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    await expect(RawSocket.open(`${server.syncUrl}/${board.boardId}${query}`)).rejects.toMatchObject({
      status: 401,
    });
    const answer = await call(server, `/api/boards/${board.boardId}/ticket`, { method: 'POST' });
    expect(answer).toMatchObject({ status: 401, body: { code: 'token_missing' } });
  });
});
