import { templatesResponse } from '@common-ground/protocol';
import { templates } from '@common-ground/templates';
import { errorResponses } from '../errors/errorResponses.ts';
import type { App } from './routeTypes.ts';

/** GET /api/templates */
export function templatesRoute(app: App): void {
  app.route({
    method: 'GET',
    url: '/api/templates',
    schema: {
      tags: ['templates'],
      summary: 'See the templates there are',
      response: { 200: templatesResponse, ...errorResponses() },
    },
    handler: async () =>
      templates.map(({ id, name, purpose, whenToUse, whenNot, groupSize, durationMinutes, options }) => ({
        id,
        name,
        purpose,
        whenToUse,
        whenNot,
        groupSize: { ...groupSize },
        durationMinutes,
        options: options.map((option) => ({ ...option, choices: [...option.choices] })),
      })),
  });
}
