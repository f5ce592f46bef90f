import {
  addWebhookRequest,
  deliverySchema,
  limits,
  mayFacilitate,
  webhookSchema,
  webhooksResponse,
  type BoardId,
  type Webhook,
} from '@common-ground/protocol';
import { z } from 'zod';
import { ApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import { newWebhookSecret } from '../feeds/signWebhook.ts';
import type { ServerContext } from '../ServerContext.ts';
import { boardIdOf, boardParams, needsToken, type App } from './routeTypes.ts';
import { signIn, signInErrors } from './signIn.ts';

const deliveriesShown = 50;
/** Each test makes this server send something to an address of somebody's choosing. */
const testsPerMinute = 10;

const webhookParams = boardParams.extend({ webhookId: z.string() });

/** GET /api/boards/:boardId/webhooks */
export function webhooksRoute(app: App, { gatekeeper, webhooks }: ServerContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/webhooks',
    schema: {
      tags: ['feeds'],
      summary: 'See whom a board tells its news, and how far the messages have come',
      description: 'Facilitators only.',
      security: needsToken,
      params: boardParams,
      response: { 200: webhooksResponse, ...errorResponses(...signInErrors, 'role_insufficient') },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      await signIn(request, gatekeeper, boardId, mayFacilitate);
      const [list, deliveries] = await Promise.all([
        webhooks.list(boardId),
        webhooks.log(boardId, deliveriesShown),
      ]);
      return { webhooks: [...list], deliveries: [...deliveries] };
    },
  });
}

const addDescription = `Facilitators only. Messages are signed as Standard Webhooks has it, with the secret that is answered here, and sent again
with growing pauses over some 17 hours until the address answers with 2xx. To addresses on the internet over https, unless this server is
configured to reach others.`;

/** POST /api/boards/:boardId/webhooks */
export function addWebhookRoute(app: App, context: ServerContext): void {
  const { clock, config, gatekeeper, ids, webhooks } = context;
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/webhooks',
    schema: {
      tags: ['feeds'],
      summary: 'Have an address told what happens on a board',
      description: addDescription,
      security: needsToken,
      params: boardParams,
      body: addWebhookRequest,
      response: {
        201: webhookSchema.describe('It is told from now on.'),
        ...errorResponses(
          ...signInErrors,
          'invalid_request',
          'role_insufficient',
          'webhook_refused',
          'webhook_limit',
          'body_too_large',
        ),
      },
    },
    handler: async (request, reply) => {
      const boardId = boardIdOf(request.params);
      await signIn(request, gatekeeper, boardId, mayFacilitate);
      const { kinds, url } = request.body;
      if (!url.startsWith('https:') && !config.privateWebhooks) throw new ApiError('webhook_refused');
      const secret = newWebhookSecret();
      const webhook: Webhook = { id: ids.webhookId(), url, kinds, secret, createdAt: clock.now() };
      if (!(await webhooks.add(boardId, webhook, limits.maxWebhooks))) throw new ApiError('webhook_limit');
      return reply.code(201).send(webhook);
    },
  });
}

/** DELETE /api/boards/:boardId/webhooks/:webhookId */
export function removeWebhookRoute(app: App, { gatekeeper, webhooks }: ServerContext): void {
  app.route({
    method: 'DELETE',
    url: '/api/boards/:boardId/webhooks/:webhookId',
    schema: {
      tags: ['feeds'],
      summary: 'Tell an address nothing any more',
      description: 'Facilitators only. What waits for it is not sent.',
      security: needsToken,
      params: webhookParams,
      response: {
        204: z.null().describe('It is told nothing any more.'),
        ...errorResponses(...signInErrors, 'role_insufficient', 'webhook_unknown'),
      },
    },
    handler: async (request, reply) => {
      const boardId = boardIdOf(request.params);
      await signIn(request, gatekeeper, boardId, mayFacilitate);
      if (!(await webhooks.remove(boardId, request.params.webhookId))) throw new ApiError('webhook_unknown');
      return reply.code(204).send(null);
    },
  });
}

/** POST /api/boards/:boardId/webhooks/:webhookId/test */
export function testWebhookRoute(app: App, { gatekeeper, sender, webhooks }: ServerContext): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/webhooks/:webhookId/test',
    config: { rateLimit: { max: testsPerMinute, timeWindow: 60_000 } },
    schema: {
      tags: ['feeds'],
      summary: 'Send an address a message that only says it is one',
      description: 'Facilitators only. Once, and answered with what became of it.',
      security: needsToken,
      params: webhookParams,
      response: {
        200: deliverySchema,
        ...errorResponses(...signInErrors, 'role_insufficient', 'webhook_unknown', 'too_many_requests'),
      },
    },
    handler: async (request) => {
      const boardId: BoardId = boardIdOf(request.params);
      await signIn(request, gatekeeper, boardId, mayFacilitate);
      const found = (await webhooks.list(boardId)).find(({ id }) => id === request.params.webhookId);
      if (!found) throw new ApiError('webhook_unknown');
      return sender.test(boardId, found);
    },
  });
}
