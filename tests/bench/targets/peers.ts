import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { TldrawWire, type TldrawSamples } from '../wires/TldrawWire.ts';
import { hocuspocusWire, YjsWire } from '../wires/YjsWire.ts';
import type { Wire } from '../wires/Wire.ts';
import { pathOf, ServerProcess } from './ServerProcess.ts';
import type { BoardHandle, StartOptions, Target, TargetName } from './Target.ts';

interface Peer {
  readonly name: TargetName;
  /** The npm package whose version stands in the report. */
  readonly packageName: string;
  readonly script: string;
  readonly isPersistent: boolean;
  readonly hasPage: boolean;
  /** @param details what the server said when it began to listen */
  wireOf(board: BoardHandle, details: unknown): Wire;
  path(board: BoardHandle, client: string): string;
}

const known: readonly Peer[] = [
  {
    name: 'y-websocket-server',
    packageName: '@y/websocket-server',
    script: 'yWebsocketServer.mjs',
    isPersistent: false,
    hasPage: false,
    wireOf: () => new YjsWire(),
    path: ({ id }) => `/${id}`,
  },
  {
    name: 'hocuspocus',
    packageName: '@hocuspocus/server',
    script: 'hocuspocus.mjs',
    isPersistent: true,
    hasPage: false,
    wireOf: ({ id }) => hocuspocusWire(id),
    path: () => '/',
  },
  {
    name: 'tldraw-sync',
    packageName: '@tldraw/sync-core',
    script: 'tldrawSync.mjs',
    isPersistent: true,
    hasPage: true,
    wireOf: (_, details) => new TldrawWire(details as TldrawSamples),
    path: ({ id }, client) => `/${id}?session=${client}`,
  },
];

/** The other servers, as far as they are installed. */
export function installedPeers(): Target[] {
  return known.filter(({ packageName }) => existsSync(manifestOf(packageName))).map(targetOf);
}

function targetOf(peer: Peer): Target {
  return {
    name: peer.name,
    title: `${peer.packageName} ${versionOf(peer.packageName)}`,
    isPersistent: peer.isPersistent,
    hasPage: peer.hasPage,
    start: (options) => startPeer(peer, options),
  };
}

async function startPeer(peer: Peer, options: StartOptions) {
  const server = new ServerProcess(
    { path: pathOf(`../peers/${peer.script}`, import.meta.url), env: {} },
    options,
  );
  const { port, details } = await server.tells((message) => (isListening(message) ? message : null));
  return {
    port,
    newBoard: async () => ({ id: newId(), secret: '' }),
    wireOf: (board: BoardHandle) => peer.wireOf(board, details),
    addressesOf: async (board: BoardHandle, count: number) =>
      Array.from({ length: count }, () => peer.path(board, newId())),
    home: null,
    visitOf: async ({ id }: BoardHandle) => ({ url: `http://127.0.0.1:${port}/board/${id}`, storage: {} }),
    usage: ({ tidy = false } = {}) => server.usage(tidy),
    stop: () => server.stop(),
    kill: () => server.kill(),
  };
}

function newId(): string {
  return randomBytes(8).toString('hex');
}

interface Listening {
  readonly type: 'listening';
  readonly port: number;
  readonly details: unknown;
}

function isListening(message: unknown): message is Listening {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'listening';
}

function manifestOf(packageName: string): string {
  return pathOf(`../peers/node_modules/${packageName}/package.json`, import.meta.url);
}

function versionOf(packageName: string): string {
  const manifest: unknown = JSON.parse(readFileSync(manifestOf(packageName), 'utf8'));
  return (manifest as { version: string }).version;
}
