import {
  boardTemplatesResponse,
  limits,
  mayFacilitate,
  ownTemplatesResponse,
  saveTemplateRequest,
  savedTemplateSchema,
} from '@common-ground/protocol';
import { parseOwnTemplate } from '@common-ground/templates';
import { z } from 'zod';
import { ApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import { toSaved } from '../templates/chooseTemplate.ts';
import { boardIdOf, boardParams, needsToken, type App } from './routeTypes.ts';
import { signIn, signInErrors } from './signIn.ts';

/** GET /api/templates/own */
export function ownTemplatesRoute(app: App, { ownTemplates }: ServerContext): void {
  app.route({
    method: 'GET',
    url: '/api/templates/own',
    schema: {
      tags: ['templates'],
      summary: 'See the templates that facilitators made on this server',
      response: { 200: ownTemplatesResponse, ...errorResponses() },
    },
    handler: async () => {
      const stored = await ownTemplates.list();
      return { templates: stored.map(toSaved).filter((saved) => saved !== null) };
    },
  });
}

/** GET /api/boards/:boardId/templates */
export function boardTemplatesRoute(app: App, { gatekeeper, ownTemplates }: ServerContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/templates',
    schema: {
      tags: ['templates'],
      summary: 'See which templates were saved from a board',
      description: 'Facilitators only: they may delete these.',
      security: needsToken,
      params: boardParams,
      response: { 200: boardTemplatesResponse, ...errorResponses(...signInErrors, 'role_insufficient') },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      await signIn(request, gatekeeper, boardId, mayFacilitate);
      const stored = await ownTemplates.list();
      return { templateIds: stored.filter((one) => one.boardId === boardId).map(({ id }) => id) };
    },
  });
}

const saveDescription = `Facilitators only. Everybody who uses this server finds it among the templates, with the name of whoever saved it. The
template is what the page saves as a file (\`common-ground-template\`, version 1) and is checked like one. A retry with the same command id changes
nothing and gets the same answer.`;

/** POST /api/boards/:boardId/templates */
export function saveTemplateRoute(app: App, context: ServerContext): void {
  const { clock, config, gatekeeper, ownTemplates } = context;
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/templates',
    bodyLimit: limits.maxOwnTemplateBytes,
    config: { rateLimit: { max: config.rates.createPerMinute, timeWindow: 60_000 } },
    schema: {
      tags: ['templates'],
      summary: 'Keep a template on this server',
      description: saveDescription,
      security: needsToken,
      params: boardParams,
      body: saveTemplateRequest,
      response: {
        201: savedTemplateSchema,
        ...errorResponses(
          ...signInErrors,
          'invalid_request',
          'role_insufficient',
          'template_limit',
          'body_too_large',
          'too_many_requests',
        ),
      },
    },
    handler: async (request, reply) => {
      const boardId = boardIdOf(request.params);
      const { name: addedBy } = await signIn(request, gatekeeper, boardId, mayFacilitate);
      const parsed = parseOwnTemplate(request.body.template);
      if (!parsed.ok) throw new ApiError('invalid_request', templateFields(parsed.error));
      const id = `own-${request.body.commandId}`.slice(0, 64);
      const record = { id, boardId, addedBy, addedAt: clock.now(), data: JSON.stringify(parsed.value) };
      if (!(await ownTemplates.add(record, limits.maxOwnTemplates))) throw new ApiError('template_limit');
      const saved = toSaved(await ownTemplates.find(id));
      if (saved === null) throw new ApiError('template_unknown');
      return reply.code(201).send(saved);
    },
  });
}

/** DELETE /api/boards/:boardId/templates/:templateId */
export function removeTemplateRoute(app: App, { gatekeeper, ownTemplates }: ServerContext): void {
  app.route({
    method: 'DELETE',
    url: '/api/boards/:boardId/templates/:templateId',
    schema: {
      tags: ['templates'],
      summary: 'Delete a template that was saved from a board',
      description: 'Facilitators of that board only. Boards that were made with it work on.',
      security: needsToken,
      params: boardParams.extend({ templateId: z.string() }),
      response: {
        204: z.void().describe('It is gone.'),
        ...errorResponses(...signInErrors, 'role_insufficient', 'template_unknown'),
      },
    },
    handler: async (request, reply) => {
      const boardId = boardIdOf(request.params);
      await signIn(request, gatekeeper, boardId, mayFacilitate);
      const isGone = await ownTemplates.remove(boardId, request.params.templateId);
      if (!isGone) throw new ApiError('template_unknown');
      return reply.code(204).send();
    },
  });
}

function templateFields(faults: readonly { readonly path: string; readonly message: string }[]) {
  return faults.map(({ message, path }) => ({
    path: path === '' ? 'template' : `template.${path}`,
    message,
  }));
}
