import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { apiErrors, apiErrorSchema } from '@common-ground/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultConfig, startTestServer, type TestServer } from './support/startServer.ts';
import { call, createBoard, secretOf } from './support/visit.ts';

let server: TestServer;
let clientDir: string;
beforeAll(async () => {
  clientDir = mkdtempSync(join(tmpdir(), 'common-ground-client-'));
  mkdirSync(join(clientDir, 'assets'));
  writeFileSync(join(clientDir, 'index.html'), '<!doctype html><head></head><body>the page</body>');
  writeFileSync(join(clientDir, 'index.html.br'), brotliCompressSync('an older page'));
  writeFileSync(join(clientDir, 'favicon.svg'), '<svg/>');
  writeFileSync(join(clientDir, 'assets', 'main-a1b2c3.js'), 'plain()');
  writeFileSync(join(clientDir, 'assets', 'main-a1b2c3.js.br'), brotliCompressSync('plain()'));
  server = await startTestServer({ clientDir });
});
afterAll(async () => {
  await server.close();
  rmSync(clientDir, { recursive: true });
});

describe('errors', () => {
  it.each([
    ['GET', '/api/nothing'],
    ['GET', '/api'],
    ['DELETE', '/api/boards'],
    ['POST', '/b/board'],
    ['GET', '/sync/board'],
    ['GET', '/assets/missing.js'],
  ] as const)('%s %s is answered with 404 in JSON', async (method, path) => {
    const { status, body } = await call(server, path, { method });
    expect(status).toBe(404);
    expect(body).toEqual({ code: 'not_found', message: apiErrors.not_found.message });
  });

  it.each([
    ['no JSON', '{"title":', 'application/json'],
    ['another type', 'title=x', 'application/x-www-form-urlencoded'],
    ['an empty body', '', 'application/json'],
    ['a prototype', '{"__proto__":{"x":1},"title":"A board"}', 'application/json'],
  ])('a body that is %s is answered as an invalid request', async (_what, text, type) => {
    const bytes = new TextEncoder().encode(text);
    const { status, body } = await call(server, '/api/boards', { bytes, headers: { 'content-type': type } });
    expect(status).toBe(400);
    expect(apiErrorSchema.parse(body).code).toBe('invalid_request');
  });

  it('a body over the limit is refused', async () => {
    const answer = await call(server, '/api/boards', { json: { title: 'x'.repeat(100_000) } });
    expect(answer).toMatchObject({ status: 413, body: { code: 'body_too_large' } });
  });

  it('quote nothing that was sent', async () => {
    const { body } = await call(server, '/api/boards', { json: { title: 42, partners: 'a secret' } });
    expect(JSON.stringify(body)).not.toMatch(/secret|42/);
  });
});

describe('headers', () => {
  it.each(['/', '/api/templates', '/healthz', '/favicon.svg', '/api/nothing'])(
    '%s carries a strict policy',
    async (path) => {
      const { headers } = await call(server, path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("object-src 'none'");
      expect(policy).toContain("frame-ancestors 'self'");
      expect(policy).toContain('https://cdn.tldraw.com');
      expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|upgrade-insecure/);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('let the sites that were configured show a board', async () => {
    const frameAncestors = ["'self'", 'https://intranet.example.org'];
    const open = await startTestServer({ config: { frameAncestors } });
    const { headers } = await call(open, '/');
    expect(headers.get('content-security-policy')).toContain(
      "frame-ancestors 'self' https://intranet.example.org",
    );
    expect(headers.get('x-frame-options')).toBeNull();
    await open.close();
  });

  it('ask for https only where people come by https', async () => {
    const secure = await startTestServer({ config: { publicUrl: 'https://board.example.org' } });
    expect((await call(secure, '/')).headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
    expect((await call(server, '/')).headers.get('strict-transport-security')).toBeNull();
    await secure.close();
  });
});

describe('the client', () => {
  it.each(['/', '/index.html', '/b/some-board', '/anything/else'])('is served at %s', async (path) => {
    const response = await get(path, { 'accept-encoding': 'br' });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain('the page');
  });

  it('has files with a hash that are cached for ever', async () => {
    const response = await get('/assets/main-a1b2c3.js', { 'accept-encoding': 'identity' });
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await response.text()).toBe('plain()');
  });

  it('has files without a hash that are asked for again', async () => {
    expect((await get('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it('is sent as it was compressed at building', async () => {
    const response = await get('/assets/main-a1b2c3.js', { 'accept-encoding': 'gzip, br' });
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('content-type')).toMatch(/javascript/);
    expect(await response.text()).toBe('plain()');
  });

  it('is told the tldraw licence key if there is one', async () => {
    const key = 'tldraw-"key"&<more>';
    const licensed = await startTestServer({ clientDir, config: { tldrawLicenseKey: key } });
    const page = await (await fetch(licensed.url)).text();
    const meta = '<meta name="tldraw-license-key" content="tldraw-&#34;key&#34;&#38;&#60;more&#62;" />';
    expect(page).toContain(`${meta}</head>`);
    expect(await (await get('/')).text()).not.toContain('tldraw-license-key');
    await licensed.close();
  });

  it('is replaced by a page that says what to do while it is not built', async () => {
    const unbuilt = await startTestServer();
    const response = await fetch(`${unbuilt.url}/b/board`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm start');
    await unbuilt.close();
  });

  it.each(['/..%2Fserver.key', '/%2e%2e/%2e%2e/etc/passwd', '/assets/..%2f..%2fpackage.json', '/.env'])(
    'gives nothing away at %s',
    async (path) => {
      const response = await get(path);
      expect([200, 403, 404]).toContain(response.status);
      expect(await response.text()).not.toMatch(/root:|"name":|KEY/);
    },
  );
});

describe('compression', () => {
  it('makes large answers small', async () => {
    const response = await fetch(`${server.url}/api/templates`, { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(await response.json()).toHaveLength(4);
  });
});

describe('GET /healthz', () => {
  it('says that the server is well, and which version it is', async () => {
    const { status, body, headers } = await call(server, '/healthz');
    expect(status).toBe(200);
    expect(body).toEqual({ status: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('rate limits', () => {
  it('stop whoever creates or joins too often, and count each on its own', async () => {
    const rates = { ...defaultConfig().rates, createPerMinute: 2, joinPerMinute: 3 };
    const strict = await startTestServer({ config: { rates } });
    const board = await createBoard(strict);
    await createBoard(strict);
    const third = await call(strict, '/api/boards', { json: { title: 'A board' } });
    expect(third).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(third.headers.get('retry-after')).toMatch(/^\d+$/);
    const json = { secret: secretOf(board.links.observer), name: 'Alice' };
    const join = () => call(strict, `/api/boards/${board.boardId}/join`, { json });
    const statuses = [await join(), await join(), await join(), await join()].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    await strict.close();
  });
});

function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${server.url}${path}`, { headers });
}
