import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { protocolVersion } from '@common-ground/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { step1Frame, updateFrame } from './support/frames.ts';
import { RawSocket } from './support/RawSocket.ts';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { call, createBoard, Visitor } from './support/visit.ts';

let server: TestServer;
afterEach(() => server.close());

/** The exposition, as names (with labels) and numbers. */
async function readMetrics(headers: Record<string, string> = {}): Promise<Map<string, number>> {
  const answer = await fetch(`${server.url}/metrics`, { headers });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = (await answer.text()).split('\n').filter((line) => line && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

describe('/metrics', () => {
  it('counts people, boards, frames, bytes, times and refusals', async () => {
    server = await startTestServer();
    const board = await createBoard(server);
    const visitor = await Visitor.join(server, board, 'contributor', { name: 'Alice', partner: 'Acme' });
    const socket = await RawSocket.open(await visitor.syncAddress({ v: String(protocolVersion) }));
    socket.send(step1Frame());
    socket.send(updateFrame((doc) => doc.getMap('records').set('x', 1)));
    await socket.until(({ messages }) => messages.some(({ type }) => type === 'saved'));
    const offender = await RawSocket.open(await visitor.syncAddress());
    offender.send(Uint8Array.of(99));
    await offender.closed;
    const refused = await call(server, `/api/boards/${board.boardId}`);
    expect(refused.status).toBe(401);

    const metrics = await readMetrics();
    const at = (name: string) => metrics.get(`common_ground_${name}`) ?? Number.NaN;
    expect(at('connections')).toBe(1);
    expect(at('boards_open')).toBe(1);
    expect(at('storage_healthy')).toBe(1);
    expect(at('frames_received_total')).toBe(3);
    expect(at('received_bytes_total')).toBeGreaterThan(10);
    expect(at('frames_sent_total')).toBeGreaterThanOrEqual(3);
    expect(at('sent_bytes_total')).toBeGreaterThan(at('frames_sent_total'));
    expect(at('storage_seconds_count{call="append"}')).toBeGreaterThanOrEqual(1);
    for (const stage of ['checked', 'committed', 'broadcast'])
      expect(at(`edit_stage_seconds_count{stage="${stage}"}`)).toBeGreaterThanOrEqual(1);
    expect(at('apply_seconds_count')).toBeGreaterThanOrEqual(1);
    expect(at('connections_ended_total{reason="unknown-message"}')).toBe(1);
    expect(at(`http_refusals_total{code="${String(refused.body?.['code'])}"}`)).toBe(1);
    expect(metrics.has('nodejs_eventloop_lag_p99_seconds')).toBe(true);
    socket.close();
  });

  it('tells nothing that the guide for operators does not explain', async () => {
    server = await startTestServer();
    const guide = await readFile(new URL('../../docs/OPERATIONS.md', import.meta.url), 'utf8');
    const answer = await fetch(`${server.url}/metrics`);
    const names = [...(await answer.text()).matchAll(/^# TYPE common_ground_(\w+)/gm)].map(
      ([, name]) => name,
    );
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !new RegExp(`\`${name}[\`{]`).test(guide))).toEqual([]);
  });

  it('names no board, person or address', async () => {
    server = await startTestServer();
    const board = await createBoard(server, { title: 'Merger of equals', partners: ['Acme'] });
    await Visitor.join(server, board, 'contributor', { name: 'Alice', partner: 'Acme' });
    await call(server, `/b/${board.boardId}/nowhere/secret-path`);
    const names = [...(await readMetrics()).keys()].join('\n');
    expect(names).not.toMatch(/Alice|Acme|Merger|secret-path/);
    expect(names).not.toContain(board.boardId);
  });

  it('is not there for whoever comes through a proxy', async () => {
    server = await startTestServer();
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip']) {
      const answer = await call(server, '/metrics', { headers: { [header]: '127.0.0.1' } });
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
  });

  it('asks for the token where one is set, from this machine too', async () => {
    const token = 'a-token-of-24-characters';
    server = await startTestServer({ config: { metricsToken: token } });
    expect((await call(server, '/metrics')).status).toBe(404);
    expect((await call(server, '/metrics', { token: `${token}x` })).status).toBe(404);
    await readMetrics({ authorization: `Bearer ${token}`, 'x-forwarded-for': '192.0.2.1' });
  });
});

describe('/readyz', () => {
  it('is ready when boards can be opened', async () => {
    server = await startTestServer();
    expect(await call(server, '/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
  });

  it('says when edits cannot be stored, and is ready again when they can', async () => {
    server = await startTestServer();
    const board = await createBoard(server);
    const socket = await RawSocket.open(
      await (await Visitor.join(server, board, 'contributor')).syncAddress({ v: String(protocolVersion) }),
    );
    const isTold = (code: string) =>
      socket.until(({ messages }) =>
        messages.some((message) => message.type === 'notice' && message.notice.code === code),
      );
    const disk = new DatabaseSync(join(server.dataDir, 'common-ground.db'));
    disk.exec('BEGIN IMMEDIATE');
    socket.send(step1Frame());
    socket.send(updateFrame((doc) => doc.getMap('records').set('x', 1)));
    await isTold('storage-trouble');
    expect(await call(server, '/readyz')).toMatchObject({ status: 503, body: { status: 'storage_trouble' } });
    disk.exec('ROLLBACK');
    disk.close();
    await isTold('storage-healed');
    expect(await call(server, '/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
    socket.close();
  }, 20_000);
});
