import { joinRequest, joinResponse, type BoardId } from '@common-ground/protocol';
import type { ParticipantRecord } from '../access/AccessStore.ts';
import { choosePartner } from '../boards/choosePartner.ts';
import { toParticipant } from '../boards/LiveBoards.ts';
import { ApiError, orApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import { boardIdOf, boardParams, type App } from './routeTypes.ts';
import { bearerOf } from './signIn.ts';

const description = `Makes a participant of the board in the link's role, and answers the token that stands for them from now on.

The partner is found by name, in whatever case it is written; one that is not on the board yet is added, except by
observers.

With the token of an earlier visit as \`Authorization: Bearer <token>\`, the same participant comes back under the new
name, by this link and in its role: so somebody whose link was replaced stays who they were.`;

/** POST /api/boards/:boardId/join */
export function joinRoute(app: App, context: ServerContext): void {
  const { access, clock, config, gatekeeper, ids, live } = context;
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/join',
    config: { rateLimit: { max: config.rates.joinPerMinute, timeWindow: 60_000 } },
    schema: {
      tags: ['joining'],
      summary: 'Join a board by a link',
      description,
      params: boardParams,
      body: joinRequest,
      response: {
        200: joinResponse,
        ...errorResponses(
          'invalid_request',
          'role_insufficient',
          'removed',
          'link_revoked',
          'board_or_link_unknown',
          'partner_limit',
          'body_too_large',
          'too_many_requests',
          'board_busy',
        ),
      },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      const { secret, name, partner: named } = request.body;
      const { id: linkId, role } = orApiError(await gatekeeper.openLink(boardId, secret));
      const known = orApiError(await gatekeeper.recognise(boardId, bearerOf(request)));
      if (!known) await refuseBeyondLimit(context, boardId);
      const partner = named ? await choosePartner(context, boardId, named, role) : null;
      const participant: ParticipantRecord = {
        id: known?.id ?? ids.participantId(),
        name,
        partnerId: partner?.id ?? known?.partnerId ?? null,
        role,
        linkId,
        joinedAt: known?.joinedAt ?? clock.now(),
        removedAt: null,
      };
      await access.saveParticipant(boardId, participant);
      live.announce(boardId, { participants: [toParticipant(participant)] });
      live.setRole(boardId, participant);
      const token = gatekeeper.tokenFor(boardId, participant.id, clock.now());
      return { participantId: participant.id, role, token };
    },
  });
}

/** People come and go over the weeks of a board; but everybody who ever joined is in the list that each newcomer gets. */
async function refuseBeyondLimit({ access, config }: ServerContext, boardId: BoardId): Promise<void> {
  const max = participantsPerConnection * config.limits.maxConnectionsPerBoard;
  if ((await access.participants(boardId)).length >= max) throw new ApiError('board_busy');
}

/** How many people may have joined a board for each one that may be connected at a time. */
const participantsPerConnection = 10;
