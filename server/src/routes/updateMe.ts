import { updateMeRequest } from '@common-ground/protocol';
import { z } from 'zod';
import type { ParticipantRecord } from '../access/AccessStore.ts';
import { choosePartner } from '../boards/choosePartner.ts';
import { toParticipant } from '../boards/LiveBoards.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import { boardIdOf, boardParams, needsToken, type App } from './routeTypes.ts';
import { signIn, signInErrors } from './signIn.ts';

/** PATCH /api/boards/:boardId/me */
export function updateMeRoute(app: App, context: ServerContext): void {
  const { access, gatekeeper, live } = context;
  app.route({
    method: 'PATCH',
    url: '/api/boards/:boardId/me',
    schema: {
      tags: ['joining'],
      summary: 'Correct your own name or partner',
      description:
        'What is left out stays. `partner: null` leaves the partner; a new one is added, except by observers.',
      security: needsToken,
      params: boardParams,
      body: updateMeRequest,
      response: {
        204: z.null().describe('Changed.'),
        ...errorResponses(
          ...signInErrors,
          'invalid_request',
          'role_insufficient',
          'partner_limit',
          'body_too_large',
        ),
      },
    },
    handler: async (request, reply) => {
      const boardId = boardIdOf(request.params);
      const me = await signIn(request, gatekeeper, boardId);
      const { name = me.name, partner: named } = request.body;
      const partner = named ? await choosePartner(context, boardId, named, me.role) : null;
      const partnerId = named === undefined ? me.partnerId : (partner?.id ?? null);
      const changed: ParticipantRecord = { ...me, name, partnerId };
      await access.saveParticipant(boardId, changed);
      live.announce(boardId, { participants: [toParticipant(changed)] });
      return reply.code(204).send(null);
    },
  });
}
