import type { WebSocket } from '@fastify/websocket';
import type { ServerResponse } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../errors/ApiError.ts';
import type { App } from '../routes/routeTypes.ts';
import type { ServerContext } from '../ServerContext.ts';
import { admitUpgrade } from './admitUpgrade.ts';
import { Connection, type Arrival } from './Connection.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on upgrades that were let in. */
    arrival: Arrival | null;
    /** Set on upgrades that were let in: what Node would have answered with, had it been no upgrade. */
    unusedResponse: ServerResponse | null;
  }
}

/** The websocket at /sync/:boardId, the plain wire of y-websocket (docs/PROTOCOL.md). */
export function syncRoute(app: App, context: ServerContext): void {
  app.decorateRequest('arrival', null);
  app.decorateRequest('unusedResponse', null);
  app.get(
    '/sync/:boardId',
    {
      websocket: true,
      onRequest: async (request, reply) => {
        if (!request.ws) throw new ApiError('not_found');
        request.arrival = await admitUpgrade(context, request);
        request.unusedResponse = reply.raw;
      },
    },
    (ws: WebSocket, request) => {
      letGoOfRequest(ws, request);
      if (request.arrival) Connection.open(context, ws, request.arrival, request.log);
      else ws.terminate();
    },
  );
}

/**
 * An upgraded connection would hold on to its request and response as long as it lives, several kB each: by Node's unused
 * response, and by an error listener of the plugin's, which would also log what the connection logs and cut it off before
 * the close code is out. The connection brings its own listener, in the same breath.
 */
function letGoOfRequest(ws: WebSocket, { raw, unusedResponse }: FastifyRequest): void {
  ws.removeAllListeners('error');
  unusedResponse?.detachSocket(raw.socket);
}
