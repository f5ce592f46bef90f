import { readFileSync } from 'node:fs';
import { YjsWire } from '../wires/YjsWire.ts';
import { inPieces } from '../wires/Wire.ts';
import { readableClient } from './readableClient.ts';
import { pathOf, ServerProcess } from './ServerProcess.ts';
import type { BoardHandle, RunningTarget, StartOptions, Target, Visit } from './Target.ts';

/** What the server is told so that a whole workshop may come in from one address. */
const entranceLimits = {
  MAX_CONNECTIONS_PER_BOARD: '100000',
  CREATE_PER_MINUTE: '1000000',
  JOIN_PER_MINUTE: '1000000',
} as const;

/** The same, and so that it takes more from one client than any person sends. Everything else is as it comes. */
export const liftedLimits = {
  ...entranceLimits,
  FRAME_BURST: '1000000',
  FRAMES_PER_SECOND: '1000000',
} as const;

const mainPath = pathOf('../../../server/src/main.ts', import.meta.url);
const readablePath = pathOf('readableServer.ts', import.meta.url);
const atOnce = 20;

/** Common Ground's own server as a host runs it, with everything stored, entered by join and ticket. */
export const ours: Target = {
  name: 'ours',
  title: `Common Ground ${version()}`,
  isPersistent: true,
  hasPage: true,
  start: startOurs,
};

async function startOurs(options: StartOptions): Promise<RunningTarget> {
  const limits = options.hasOwnLimits ? entranceLimits : liftedLimits;
  const env = { ...limits, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error' };
  const script = options.isPageReadable
    ? { path: readablePath, env: { ...env, CLIENT_DIR: readableClient() } }
    : { path: mainPath, env };
  const server = new ServerProcess(script, options);
  const url = await server.tells((_, output) => /running at (\S+)\n/.exec(output)?.[1] ?? null);
  const wire = new YjsWire();
  const port = Number(new URL(url).port);
  const api = `http://127.0.0.1:${port}/api/boards`;
  return {
    port,
    newBoard: (templateId) => createBoard(api, templateId),
    wireOf: () => wire,
    addressesOf: async (board, count) => {
      const addresses: string[] = [];
      for (const piece of inPieces(Array.from({ length: count }), atOnce)) {
        addresses.push(...(await Promise.all(piece.map(() => enter(api, board)))));
      }
      return addresses;
    },
    home: { url: `http://127.0.0.1:${port}/`, storage: {} },
    visitOf: (board) => visit(port, api, board),
    usage: ({ tidy = false } = {}) => server.usage(tidy),
    stop: () => server.stop(),
    kill: () => server.kill(),
  };
}

async function createBoard(api: string, templateId?: string): Promise<BoardHandle> {
  const template = templateId === undefined ? {} : { templateId, partners: ['North', 'East', 'South'] };
  const { boardId, links } = await post(api, { title: 'A measured board', ...template });
  const { contributor } = links as { contributor: string };
  return { id: String(boardId), secret: new URL(contributor).hash.slice(1) };
}

/** Joins as a participant of its own and takes a ticket. */
async function enter(api: string, { id, secret }: BoardHandle): Promise<string> {
  const { token } = await post(`${api}/${id}/join`, { secret, name: 'Somebody' });
  const { ticket } = await post(`${api}/${id}/ticket`, {}, String(token));
  return `/sync/${id}?ticket=${String(ticket)}`;
}

/** What the page has kept of a board that was joined (client/src/session/boardSessions.ts). */
async function visit(port: number, api: string, { id, secret }: BoardHandle): Promise<Visit> {
  const person = { secret, name: 'Somebody' };
  const joined = await post(`${api}/${id}/join`, person);
  const session = { ...joined, ...person, partner: null };
  return {
    url: `http://127.0.0.1:${port}/b/${id}`,
    storage: { [`common-ground/session/${id}`]: JSON.stringify(session) },
  };
}

async function post(url: string, body: unknown, token?: string): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(`The server refused: ${JSON.stringify(answer)}`);
  return answer;
}

function version(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(pathOf('../../../package.json', import.meta.url), 'utf8'),
  );
  return (manifest as { version: string }).version;
}
