import {
  createBoardResponse,
  linksSchema,
  mayFacilitate,
  roles,
  successorRequest,
  type BoardId,
  type Role,
} from '@common-ground/protocol';
import { parseOwnTemplate, templateOfLaunch, type StateLaunch } from '@common-ground/templates';
import type { NewLink } from '../access/LinkStore.ts';
import { carriedEvents } from '../boards/carriedEvents.ts';
import { launchTemplate } from '../boards/launchTemplate.ts';
import { readBoardState } from '../boards/readBoardState.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import type { TemplateChoice } from '../templates/chooseTemplate.ts';
import { boardLinks } from './boardLinks.ts';
import { publicUrlOf } from './publicUrl.ts';
import { boardIdOf, boardParams, needsToken, type App } from './routeTypes.ts';
import { signIn, signInErrors } from './signIn.ts';

const description = `Facilitators only. Makes a board with the same partners and the newest template of this one, and hands on what a series goes on
with: the actions that are open, and the shown results of questions that each run asks anew.`;

/** POST /api/boards/:boardId/successors */
export function successorsRoute(app: App, context: ServerContext): void {
  const { clock, config, directory, gatekeeper, ids, workshopStore } = context;
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/successors',
    config: { rateLimit: { max: config.rates.createPerMinute, timeWindow: 60_000 } },
    schema: {
      tags: ['boards'],
      summary: 'Make the board that follows a board',
      description,
      security: needsToken,
      params: boardParams,
      body: successorRequest,
      response: {
        201: createBoardResponse,
        ...errorResponses(
          ...signInErrors,
          'invalid_request',
          'role_insufficient',
          'template_unknown',
          'body_too_large',
          'too_many_requests',
          'board_unreadable',
        ),
      },
    },
    handler: async (request, reply) => {
      const from = boardIdOf(request.params);
      const { id: by } = await signIn(request, gatekeeper, from, mayFacilitate);
      const { launches, partners, workshop } = await readBoardState(context, from, by);
      const links = Object.fromEntries(
        roles.map((role) => [role, gatekeeper.newLink(ids.linkId())]),
      ) as Record<Role, NewLink>;
      const boardId = ids.boardId();
      await directory.create({ id: boardId, title: request.body.title, partners, links, at: clock.now() });
      const choice = launches.map(choiceOf).find((one) => one !== null);
      // Before the template: laying it out opens the board, and an open board's workshop is its host's.
      await handOn(workshopStore, boardId, carriedEvents(workshop, by, clock.now()), ids.commandId());
      if (choice) await launchTemplate(context, boardId, { ...choice, commandId: ids.commandId(), by: null });
      const linkIds = new Map(roles.map((role) => [role, links[role].id]));
      const addresses = linksSchema.parse(
        boardLinks(publicUrlOf(config, request), boardId, gatekeeper, linkIds),
      );
      return reply.code(201).send({ boardId, links: addresses });
    },
  });
}

/** The template of a launch as it is laid out again; null for one this server cannot read. */
function choiceOf(launch: StateLaunch): TemplateChoice | null {
  const template = templateOfLaunch(launch);
  const options = template?.parseOptions(launch.options);
  if (template === null || options?.ok !== true) return null;
  const own = launch.template === undefined ? null : parseOwnTemplate(launch.template);
  return { template, options: options.value, own: own?.ok === true ? own.value : null };
}

/** The first events of a board that nobody has opened yet; they have no effects on canvas or people. */
async function handOn(
  store: ServerContext['workshopStore'],
  boardId: BoardId,
  events: ReturnType<typeof carriedEvents>,
  commandId: ReturnType<ServerContext['ids']['commandId']>,
): Promise<void> {
  const [first] = events;
  if (first === undefined) return;
  const answer = { commandId, answer: { ok: true, value: { ids: [] } } };
  await store.append({
    boardId,
    expectedVersion: 0,
    events: events.map((event) => JSON.stringify(event)),
    puts: [],
    deletes: [],
    receipt: { participantId: first.by, commandId, data: JSON.stringify(answer) },
    keepReceipts: 1,
  });
  await store.noteEffects(boardId, events.length);
}
