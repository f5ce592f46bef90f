import { updateMeRequest } from '@common-ground/protocol';
import { z } from 'zod';
import { changeParticipant } from '../boards/changeParticipant.ts';
import { choosePartner } from '../boards/choosePartner.ts';
import { toParticipant } from '../boards/LiveBoards.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import { boardIdOf, boardParams, needsToken, type App } from './routeTypes.ts';
import { signIn, signInErrors } from './signIn.ts';

/** PATCH /api/boards/:boardId/me */
export function updateMeRoute(app: App, context: ServerContext): void {
  const { gatekeeper, live } = context;
  app.route({
    method: 'PATCH',
    url: '/api/boards/:boardId/me',
    schema: {
      tags: ['joining'],
      summary: 'Correct your own name or partner',
      description:
        'What is left out stays. `partner: null` leaves the partner; a new one is added, except by commenters and observers. Answers `partner_fixed` while a workshop depends on who belongs to whom.',
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
          'partner_fixed',
          'board_unreadable',
          'body_too_large',
        ),
      },
    },
    handler: async (request, reply) => {
      const boardId = boardIdOf(request.params);
      const me = await signIn(request, gatekeeper, boardId);
      const { name, partner: named } = request.body;
      const partner = named ? await choosePartner(context, boardId, named, me.role) : null;
      const changed = await changeParticipant(context, boardId, me, {
        ...(name !== undefined && { name }),
        ...(named !== undefined && { partnerId: partner?.id ?? null }),
      });
      if (changed) live.announce(boardId, { participants: [toParticipant(changed)] });
      return reply.code(204).send(null);
    },
  });
}
