import { launchRequest, launchResponse, mayFacilitate } from '@common-ground/protocol';
import { launchTemplate } from '../boards/launchTemplate.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import { chooseTemplate } from '../templates/chooseTemplate.ts';
import { boardIdOf, boardParams, needsToken, type App } from './routeTypes.ts';
import { signIn, signInErrors } from './signIn.ts';

const description = `Facilitators only. Lays the template out on the first page, beside what is there. The command id is of the
client's own making: a retry with the same one has no further effect and gets the same answer.`;

/** POST /api/boards/:boardId/launches */
export function launchesRoute(app: App, context: ServerContext): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/launches',
    schema: {
      tags: ['templates'],
      summary: 'Lay out a template on a board',
      description,
      security: needsToken,
      params: boardParams,
      body: launchRequest,
      response: {
        200: launchResponse,
        ...errorResponses(
          ...signInErrors,
          'invalid_request',
          'role_insufficient',
          'template_unknown',
          'body_too_large',
          'board_unreadable',
        ),
      },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      const { id: by } = await signIn(request, context.gatekeeper, boardId, mayFacilitate);
      const { commandId, templateId, options = {} } = request.body;
      const choice = await chooseTemplate(context.ownTemplates, templateId, options);
      const { pageId, bounds } = await launchTemplate(context, boardId, { ...choice, commandId, by });
      return { pageId, bounds };
    },
  });
}
