import {
  boardReport,
  isTemplateId,
  renderCsv,
  renderMarkdown,
  reportSchema,
  tablesOf,
  type Report,
} from '@common-ground/templates';
import { z } from 'zod';
import { readBoardState } from '../boards/readBoardState.ts';
import { ApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import { boardIdOf, boardParams, needsToken, type App } from './routeTypes.ts';
import { signIn, signInErrors } from './signIn.ts';

/** How a report is answered in one format. */
interface ReportFormat {
  readonly extension: 'md' | 'json' | 'csv';
  readonly summary: string;
  readonly contentType: string;
  readonly schema: z.ZodType;
  /** The body; a string is sent as it is. */
  readonly render: (report: Report, query: z.infer<typeof reportQuery>) => unknown;
}

const reportQuery = z.object({
  template: z.string().optional().meta({ description: 'Only the part of this template.' }),
  language: z
    .string()
    .max(35)
    .optional()
    .meta({ description: 'A BCP 47 tag. English where nobody has translated it.' }),
  table: z
    .string()
    .optional()
    .meta({ description: 'For CSV: the key of a table in the JSON report. The first one if none is named.' }),
});

const formats: readonly ReportFormat[] = [
  {
    extension: 'md',
    summary: 'Get the report of a board as Markdown',
    contentType: 'text/markdown',
    schema: z.string(),
    render: renderMarkdown,
  },
  {
    extension: 'json',
    summary: 'Get the report of a board as JSON',
    contentType: 'application/json',
    schema: reportSchema,
    render: (report) => report,
  },
  {
    extension: 'csv',
    summary: 'Get a table of the report of a board as CSV',
    contentType: 'text/csv',
    schema: z.string(),
    render: (report, { table }) => renderCsv(tableOf(report, table)),
  },
];

const description = `What the board's templates and workshops have come to so far, for everybody on the board, observers too. Nothing in it
that is not revealed, counted or shown yet.`;

/** How many reports one address may ask for: each reads the whole board, for a third of a second with 5,000 notes. */
const reportsPerMinute = 60;

/** GET /api/boards/:boardId/report.md, .json and .csv */
export function reportRoutes(app: App, context: ServerContext): void {
  for (const format of formats) reportRoute(app, context, format);
}

function reportRoute(app: App, context: ServerContext, format: ReportFormat): void {
  const { contentType, extension, render, schema, summary } = format;
  app.route({
    method: 'GET',
    url: `/api/boards/:boardId/report.${extension}`,
    config: { rateLimit: { max: reportsPerMinute, timeWindow: 60_000 } },
    schema: {
      tags: ['boards'],
      summary,
      description,
      security: needsToken,
      params: boardParams,
      querystring: reportQuery,
      response: {
        200: { description: 'The report.', content: { [contentType]: { schema } } },
        ...errorResponses(
          ...signInErrors,
          'invalid_request',
          'template_unknown',
          'too_many_requests',
          'board_unreadable',
        ),
      },
    },
    handler: async (request, reply) => {
      const boardId = boardIdOf(request.params);
      const { id } = await signIn(request, context.gatekeeper, boardId);
      const { language = 'en', template: templateId } = request.query;
      const state = await readBoardState(context, boardId, id);
      const isKnown = isTemplateId(templateId) || state.launches.some((one) => one.templateId === templateId);
      if (templateId !== undefined && !isKnown) throw new ApiError('template_unknown');
      const report = boardReport(state, { language, ...(templateId !== undefined && { templateId }) });
      return reply
        .headers({
          'content-type': `${contentType}; charset=utf-8`,
          'content-disposition': `attachment; filename="report.${extension}"`,
          'cache-control': 'no-store',
        })
        .send(render(report, request.query));
    },
  });
}

/** The table of this key, or the first; of a report without tables an empty one. */
function tableOf(report: Report, key: string | undefined): Parameters<typeof renderCsv>[0] {
  const tables = tablesOf(report);
  const table = key === undefined ? tables[0] : tables.find((one) => one.key === key);
  if (table !== undefined) return table;
  if (key === undefined) return { columns: [], rows: [] };
  const keys = tables.map((one) => one.key).join(', ');
  throw new ApiError('invalid_request', [{ path: 'table', message: `The report has the tables: ${keys}.` }]);
}
