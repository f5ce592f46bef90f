import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorBody } from '../errors/ApiError.ts';
import { pathOf } from '../logger.ts';

/** Vite puts a hash of their content into the names of the files in this folder. */
const hashedFolder = '/assets/';

/** Serves the built client, and its page at every address that is neither a file nor the server's own. */
export async function registerClientFiles(
  app: FastifyInstance,
  clientDir: string,
  tldrawLicenseKey: string | null,
): Promise<void> {
  const indexPath = join(clientDir, 'index.html');
  const isBuilt = existsSync(indexPath);
  const page = isBuilt ? withLicenseKey(readFileSync(indexPath, 'utf8'), tldrawLicenseKey) : unbuiltPage;
  if (isBuilt) await serveFiles(app, clientDir);
  const sendPage = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    reply
      .code(isBuilt ? 200 : 503)
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page);
  app.get('/', { schema: { hide: true } }, sendPage);
  app.get('/index.html', { schema: { hide: true } }, sendPage);
  app.setNotFoundHandler((request, reply) =>
    isPageRequest(request) ? sendPage(request, reply) : reply.code(404).send(errorBody('not_found')),
  );
}

async function serveFiles(app: FastifyInstance, clientDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: clientDir,
    index: false,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders: (reply, path) => {
      const isHashed = path.slice(clientDir.length).replaceAll('\\', '/').startsWith(hashedFolder);
      const forEver = 'public, max-age=31536000, immutable';
      void reply.header('cache-control', isHashed ? forEver : 'no-cache');
    },
  });
}

/** Addresses of the client's own pages: not the interface's, and not a file that is missing. */
function isPageRequest(request: FastifyRequest): boolean {
  const path = pathOf(request.url);
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  if (request.ws || /^\/(?:api|sync|healthz)(?:\/|$)/.test(path)) return false;
  return !/\.[a-z0-9]+$/i.test(path);
}

/** The key is given to the page as data, so that it can be set without building the client again. */
function withLicenseKey(page: string, key: string | null): string {
  if (key === null) return page;
  const content = key.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return page.replace('</head>', () => `<meta name="tldraw-license-key" content="${content}" /></head>`);
}

const unbuiltPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Common Ground: not built yet</title>
  </head>
  <body>
    <h1>The page is not built yet</h1>
    <p>The server runs, but there is nothing to show. Stop it, and start it with <code>npm start</code>, which builds the page first.</p>
  </body>
</html>
`;
