import type { WebSocket } from '@fastify/websocket';
import { ApiError } from '../errors/ApiError.ts';
import type { App } from '../routes/routeTypes.ts';
import type { ServerContext } from '../ServerContext.ts';
import { admitUpgrade } from './admitUpgrade.ts';
import { Connection, type Arrival } from './Connection.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on upgrades that were let in. */
    arrival: Arrival | null;
  }
}

/** The websocket at /sync/:boardId, the plain wire of y-websocket (docs/PROTOCOL.md). */
export function syncRoute(app: App, context: ServerContext): void {
  app.decorateRequest('arrival', null);
  app.get(
    '/sync/:boardId',
    {
      websocket: true,
      onRequest: async (request) => {
        if (!request.ws) throw new ApiError('not_found');
        request.arrival = await admitUpgrade(context, request);
      },
    },
    (ws: WebSocket, request) => {
      if (request.arrival) Connection.open(context, ws, request.arrival, request.log);
      else ws.terminate();
    },
  );
}
