import { healthResponse } from '@common-ground/protocol';
import type { ServerContext } from '../ServerContext.ts';
import type { App } from './routeTypes.ts';

/** GET /healthz */
export function healthRoute(app: App, { live, version }: ServerContext): void {
  app.route({
    method: 'GET',
    url: '/healthz',
    schema: {
      tags: ['running'],
      summary: 'See whether the server is well',
      description:
        '200 when it is. 503 while edits cannot be stored: boards can be read, the server keeps trying, and heals without a restart.',
      response: {
        200: healthResponse.describe('All is well.'),
        503: healthResponse.describe('Edits cannot be stored at present.'),
      },
    },
    handler: async (_request, reply) => {
      const isHealthy = live.isStorageHealthy;
      const status = isHealthy ? 'ok' : 'storage_trouble';
      return reply
        .code(isHealthy ? 200 : 503)
        .header('cache-control', 'no-store')
        .send({ status, version });
    },
  });
}
