import {
  createBoardRequest,
  createBoardResponse,
  linksSchema,
  roles,
  type Role,
} from '@common-ground/protocol';
import type { NewLink } from '../access/LinkStore.ts';
import { launchTemplate } from '../boards/launchTemplate.ts';
import { partnersFrom } from '../boards/partnerNames.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import { chooseTemplate } from '../templates/chooseTemplate.ts';
import { boardLinks } from './boardLinks.ts';
import { publicUrlOf } from './publicUrl.ts';
import type { App } from './routeTypes.ts';

/** POST /api/boards */
export function createBoardRoute(app: App, context: ServerContext): void {
  const { config, directory, gatekeeper, ids, clock, ownTemplates } = context;
  app.route({
    method: 'POST',
    url: '/api/boards',
    config: { rateLimit: { max: config.rates.createPerMinute, timeWindow: 60_000 } },
    schema: {
      tags: ['boards'],
      summary: 'Create a board',
      description:
        'Makes a board with its four links, one a role, and lays the template out on it if one is named. Whoever holds a link can join in its role.',
      body: createBoardRequest,
      response: {
        201: createBoardResponse,
        ...errorResponses('invalid_request', 'template_unknown', 'body_too_large', 'too_many_requests'),
      },
    },
    handler: async (request, reply) => {
      const { title, partners: named = [], templateId, templateOptions = {} } = request.body;
      const choice =
        templateId === undefined ? null : await chooseTemplate(ownTemplates, templateId, templateOptions);
      const publicUrl = publicUrlOf(config, request);
      const boardId = ids.boardId();
      const links = Object.fromEntries(
        roles.map((role) => [role, gatekeeper.newLink(ids.linkId())]),
      ) as Record<Role, NewLink>;
      const partners = partnersFrom(named, ids.partnerId);
      await directory.create({ id: boardId, title, partners, links, at: clock.now() });
      if (choice) await launchTemplate(context, boardId, { ...choice, commandId: ids.commandId(), by: null });
      const linkIds = new Map(roles.map((role) => [role, links[role].id]));
      const addresses = linksSchema.parse(boardLinks(publicUrl, boardId, gatekeeper, linkIds));
      return reply.code(201).send({ boardId, links: addresses });
    },
  });
}
