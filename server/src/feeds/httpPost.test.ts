import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { httpPost } from './httpPost.ts';

let server: Server;
let url: string;
const received: { method?: string | undefined; sign: unknown; body: string }[] = [];
let connections = 0;
beforeEach(async () => {
  received.length = 0;
  connections = 0;
  server = createServer((request, response) => void take(request, response));
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => server.close());

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  received.push({ method: request.method, sign: request.headers['webhook-id'], body });
  response.writeHead(request.url === '/moved' ? 302 : 202, { location: '/elsewhere' }).end('thanks');
}

it('posts and answers the status', async () => {
  expect(await httpPost(true)(`${url}/hook`, { 'webhook-id': 'x' }, '{"é":1}')).toBe(202);
  expect(received).toEqual([{ method: 'POST', sign: 'x', body: '{"é":1}' }]);
});

it('follows no redirect', async () => {
  expect(await httpPost(true)(`${url}/moved`, {}, '{}')).toBe(302);
  expect(received).toHaveLength(1);
});

it('connects to no private address, by number or by name, unless it may', async () => {
  const post = httpPost(false);
  const byName = url.replace('127.0.0.1', 'localhost');
  for (const address of [
    url,
    byName,
    url.replace('127.0.0.1', '[::1]'),
    'http://169.254.169.254/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://192.168.1.1/',
    // The same addresses in other words.
    url.replace('127.0.0.1', '2130706433'),
    url.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
    'http://[fd00::1]/',
    'http://[fe80::1]/',
  ])
    await expect(post(address, {}, '{}')).rejects.toThrow(/private|meta|not allowed/i);
  expect(connections).toBe(0);
});

it('says in a sentence why there is no answer', async () => {
  server.close();
  await expect(httpPost(true)(url, {}, '{}')).rejects.toThrow('The server does not take connections there.');
});
