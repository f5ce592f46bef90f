import { readFileSync, existsSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';

const folder = join(import.meta.dirname, 'dist');
const types = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/**
 * Answers with a file of the built page, brotli where there is one, and with the page itself at `/board/…`.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function servePage(request, response) {
  const path = normalize(new URL(request.url, 'http://localhost').pathname);
  const file = join(folder, path.startsWith('/board/') ? 'index.html' : path);
  if (!file.startsWith(folder) || !existsSync(file)) return response.writeHead(404).end();
  const brotli = existsSync(`${file}.br`) ? '.br' : '';
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'text/html; charset=utf-8',
    ...(brotli && { 'content-encoding': 'br' }),
  });
  return response.end(readFileSync(file + brotli));
}
