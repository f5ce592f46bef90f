import type { FastifyInstance } from 'fastify';
import { closeReasons } from '@common-ground/protocol';
import type { ServerContext } from '../ServerContext.ts';

/** How long clients get to answer the close frame before their connection is cut. */
const goodbyeMs = 1_500;

/**
 * Ends the websockets of a server that stops: no connection comes in any more, everything received is stored, everybody is
 * told `restarting`. Always completes.
 */
export async function closeWebsockets(
  app: Pick<FastifyInstance, 'server' | 'websocketServer'>,
  { clock, live }: Pick<ServerContext, 'clock' | 'live'>,
): Promise<void> {
  app.server.close();
  await live.close();
  const { websocketServer } = app;
  const { code } = closeReasons.restarting;
  // Connections whose board was still being loaded are in no room.
  for (const socket of websocketServer.clients) socket.close(code, 'restarting');
  clock.after(goodbyeMs, () => {
    for (const socket of websocketServer.clients) socket.terminate();
  });
  websocketServer.close();
}
