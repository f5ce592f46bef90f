import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { limits } from '@common-ground/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { png, pngHeader } from './support/images.ts';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { call, createBoard, Visitor, type CreatedBoard } from './support/visit.ts';

let server: TestServer;
let board: CreatedBoard;
let alice: Visitor;
beforeAll(async () => {
  server = await startTestServer();
  board = await createBoard(server);
  alice = await Visitor.join(server, board, 'contributor');
});
afterAll(() => server.close());

function upload(bytes: Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>> = {}, by = alice) {
  return by.call('/assets', { bytes, headers: { 'content-type': 'image/png', ...headers } });
}

function text(value: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(value);
}

/** Uploads without saying how much there is; resolves with the status. */
function uploadInPieces(body: Readable): Promise<number> {
  const outgoing = request(`${server.url}/api/boards/${board.boardId}/assets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${alice.token}`, 'content-type': 'image/png' },
  });
  body.pipe(outgoing);
  return new Promise((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.on('response', (response) => resolve(response.resume().statusCode ?? 0));
  });
}

describe('POST /api/boards/:boardId/assets', () => {
  it('answers what the image is, by its bytes', async () => {
    const image = png(30, 20);
    const { status, body } = await upload(image, { 'content-type': 'image/jpeg' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ mimeType: 'image/png', w: 30, h: 20, bytes: image.byteLength });
    expect(body?.['assetId']).toMatch(/^[0-9a-f]{64}\.png$/);
  });

  it('takes an image whatever the request says of its type', async () => {
    for (const type of ['application/octet-stream', 'text/html', 'multipart/form-data', 'application/json']) {
      expect((await upload(png(3, 2), { 'content-type': type })).status).toBe(201);
    }
  });

  it('keeps the same image once, under the same id', async () => {
    const [first, second] = [await upload(png(9, 9, 7)), await upload(png(9, 9, 7))];
    expect(second.body).toEqual(first.body);
    const stored = await readdir(join(server.dataDir, 'assets', board.boardId));
    expect(stored.filter((name) => name === first.body?.['assetId'])).toHaveLength(1);
  });

  it.each(['facilitator', 'contributor'] as const)('is open to a %s', async (role) => {
    const visitor = await Visitor.join(server, board, role);
    expect((await upload(png(3, 2), {}, visitor)).status).toBe(201);
  });

  it('is refused to an observer', async () => {
    const observer = await Visitor.join(server, board, 'observer');
    expect(await upload(png(3, 2), {}, observer)).toMatchObject({
      status: 403,
      body: { code: 'role_insufficient' },
    });
  });

  it.each([
    ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['HTML named PNG', text('<!doctype html><script>alert(1)</script>')],
    ['a PDF', text('%PDF-1.7')],
    ['an empty body', text('')],
    ['a PNG that breaks off in its first line', png(3, 2).slice(0, 12)],
  ])('refuses %s', async (_what, bytes) => {
    expect(await upload(bytes)).toMatchObject({ status: 415, body: { code: 'asset_type_refused' } });
  });

  it('refuses a request without a body', async () => {
    const answer = await alice.call('/assets', { method: 'POST' });
    expect(answer).toMatchObject({ status: 415, body: { code: 'asset_type_refused' } });
  });

  it('refuses an image of 100,000 × 100,000 px that is small as a file', async () => {
    expect(await upload(pngHeader(100_000, 100_000))).toMatchObject({
      status: 413,
      body: { code: 'asset_too_large' },
    });
  });

  it('refuses a file over the limit that says so, and one that does not', async () => {
    const large = new Uint8Array(limits.maxAssetBytes + 1);
    large.set(png(3, 2));
    expect(await upload(large)).toMatchObject({ status: 413, body: { code: 'asset_too_large' } });
    const body = Readable.from([large.subarray(0, 1_000), large]);
    expect(await uploadInPieces(body)).toBe(413);
  });

  it('refuses 64 MB before it arrives', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const head = [
      `POST /api/boards/${board.boardId}/assets HTTP/1.1`,
      'Host: localhost',
      `Authorization: Bearer ${alice.token}`,
      'Content-Type: image/png',
      `Content-Length: ${64 * 1024 * 1024}`,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    const answer = await new Promise<string>((resolve) => {
      socket.once('data', (data) => resolve(data.toString()));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  it('lets no name or path of a visitor reach the disk', async () => {
    const headers = {
      'content-disposition': 'attachment; filename="../../../evil.png"',
      'x-file-name': '../evil.png',
    };
    const { body } = await upload(png(5, 5, 3), headers);
    expect(body?.['assetId']).toMatch(/^[0-9a-f]{64}\.png$/);
    const paths = await readdir(server.dataDir, { recursive: true });
    expect(paths.filter((path) => path.includes('evil'))).toEqual([]);
  });

  it('leaves nothing half received behind', async () => {
    expect(await readdir(join(server.dataDir, 'assets', '.incoming'))).toEqual([]);
  });
});

describe('GET /api/boards/:boardId/assets/:assetId', () => {
  it('gives the image back without a token, and so that a browser takes it for nothing else', async () => {
    const image = png(12, 8);
    const assetId = String((await upload(image)).body?.['assetId']);
    const response = await fetch(`${server.url}/api/boards/${board.boardId}/assets/${assetId}`);
    expect(response.status).toBe(200);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(image);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(image.byteLength),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline',
    });
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  });

  it('answers HEAD with the same headers', async () => {
    const assetId = String((await upload(png(12, 8))).body?.['assetId']);
    const path = `/api/boards/${board.boardId}/assets/${assetId}`;
    const { status, headers } = await call(server, path, { method: 'HEAD' });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('image/png');
  });

  it('has the image after a restart', async () => {
    const assetId = String((await upload(png(4, 4))).body?.['assetId']);
    await server.restart();
    expect((await call(server, `/api/boards/${board.boardId}/assets/${assetId}`)).status).toBe(200);
  });

  it('shows the image on its own board only', async () => {
    const assetId = String((await upload(png(6, 6))).body?.['assetId']);
    const other = await createBoard(server);
    expect(await call(server, `/api/boards/${other.boardId}/assets/${assetId}`)).toMatchObject({
      status: 404,
      body: { code: 'asset_unknown' },
    });
  });

  it.each([
    'x.png',
    `${'a'.repeat(64)}.png`,
    `${'a'.repeat(64)}.svg`,
    '..%2F..%2F..%2Fserver.key',
    '%2E%2E%2Fserver.key',
    `..%5C${'a'.repeat(64)}.png`,
  ])('answers %s with 404', async (assetId) => {
    const { status, body } = await call(server, `/api/boards/${board.boardId}/assets/${assetId}`);
    expect(status).toBe(404);
    expect(body).toMatchObject({ code: 'asset_unknown' });
  });

  it.each(['..%2F..', '%2E%2E'])('answers the board id %s with 404', async (boardId) => {
    const { status } = await call(server, `/api/boards/${boardId}/assets/${'a'.repeat(64)}.png`);
    expect(status).toBe(404);
  });
});
