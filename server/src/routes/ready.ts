import { readyResponse } from '@common-ground/protocol';
import type { BoardId } from '@common-ground/protocol';
import type { ServerContext } from '../ServerContext.ts';
import type { App } from './routeTypes.ts';

/** How long the database may take to answer before the server counts as not ready. */
const answerWithinMs = 2_000;
/** Asked for only to see the database answer; no board can have it, ids are longer. */
const probe = 'ready' as BoardId;

/** GET /readyz */
export function readyRoute(app: App, context: ServerContext): void {
  app.route({
    method: 'GET',
    url: '/readyz',
    schema: {
      tags: ['running'],
      summary: 'See whether people can be sent here',
      description:
        '200 when boards can be opened and edits are stored. 503 while the server stops, while edits cannot be stored, and while the database does not answer within two seconds.',
      response: {
        200: readyResponse.describe('Send people.'),
        503: readyResponse.describe('Send nobody at present.'),
      },
    },
    handler: async (_request, reply) => {
      const status = await readiness(context);
      return reply
        .code(status === 'ready' ? 200 : 503)
        .header('cache-control', 'no-store')
        .send({ status });
    },
  });
}

async function readiness({ clock, directory, live }: ServerContext) {
  if (live.isClosing) return 'stopping';
  if (!live.isStorageHealthy) return 'storage_trouble';
  const { promise: tooLate, resolve } = Promise.withResolvers<false>();
  const cancel = clock.after(answerWithinMs, () => resolve(false));
  const answered = directory.find(probe).then(
    () => true,
    () => false,
  );
  const isAnswered = await Promise.race([answered, tooLate]);
  cancel();
  return isAnswered ? 'ready' : 'database_silent';
}
