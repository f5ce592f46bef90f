import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ApiError } from '../errors/ApiError.ts';
import type { ServerContext } from '../ServerContext.ts';
import type { App } from './routeTypes.ts';

/** GET /metrics */
export function metricsRoute(app: App, { config, metrics }: ServerContext): void {
  app.route({
    method: 'GET',
    url: '/metrics',
    schema: {
      tags: ['running'],
      summary: 'Read how the server is doing, for Prometheus',
      description:
        'With METRICS_TOKEN set, for whoever gives it as `Authorization: Bearer`. Without, for programs of the same machine only; to anybody else the address does not exist.',
      response: { 200: z.string().describe('The text format of Prometheus.') },
    },
    handler: async (request, reply) => {
      if (!mayRead(request, config.metricsToken)) throw new ApiError('not_found');
      return reply
        .header('cache-control', 'no-store')
        .type(metrics.contentType)
        .serializer((text: unknown) => String(text))
        .send(await metrics.read());
    },
  });
}

function mayRead(request: FastifyRequest, token: string | null): boolean {
  return token === null
    ? isFromThisMachine(request)
    : isSame(request.headers.authorization, `Bearer ${token}`);
}

/** A request that a reverse proxy passes on comes from this machine too, but it says for whom. */
function isFromThisMachine({ headers, socket }: FastifyRequest): boolean {
  const isForwarded = 'forwarded' in headers || 'x-forwarded-for' in headers || 'x-real-ip' in headers;
  return !isForwarded && /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');
}

function isSame(given: string | undefined, wanted: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
