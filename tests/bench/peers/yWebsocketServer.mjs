import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { setupWSConnection } from '@y/websocket-server/utils';
import { stopOnSignal, tellListening } from './serving.mjs';

/* @y/websocket-server as its own `server` command runs it, on a free port: it keeps documents in memory only. */

// The ws that it was made for, not the one of the other peers.
const { Server } = createRequire(import.meta.resolve('@y/websocket-server/utils'))('ws');

const sockets = new Server({ noServer: true });
sockets.on('connection', (socket, request) => setupWSConnection(socket, request));
const server = createServer();
server.on('upgrade', (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request)),
);
server.listen(0, '127.0.0.1', () => tellListening(server.address().port));
stopOnSignal(() => undefined);
