import { apiErrors } from '@common-ground/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './support/startServer.ts';

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly unknown[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string;
        readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
      }
    >
  >;
}

let server: TestServer;
let paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
beforeAll(async () => {
  server = await startTestServer();
  const response = await fetch(`${server.url}/api/docs/json`);
  ({ paths } = (await response.json()) as { paths: typeof paths });
});
afterAll(() => server.close());

function operations(): (readonly [name: string, operation: Operation])[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
    ),
  );
}

/** The error codes an operation may answer with. */
function errorsOf({ responses }: Operation): readonly string[] {
  return Object.values(responses).flatMap(
    ({ content }) => content?.['application/json']?.schema.properties?.['code']?.enum ?? [],
  );
}

/** Names of the operations that are not as they should be. */
function offenders(isRight: (operation: Operation, name: string) => boolean): readonly string[] {
  return operations()
    .filter(([name, operation]) => !isRight(operation, name))
    .map(([name]) => name);
}

function includesAll(values: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((one) => values.includes(one));
}

/** Whether the answer of the code's status says what the code means. */
function isExplained({ responses }: Operation, code: string): boolean {
  const { status, message } = apiErrors[code as keyof typeof apiErrors];
  return responses[status]?.description.includes(message) ?? false;
}

function takesJson({ requestBody }: Operation): boolean {
  return requestBody?.content['application/json'] !== undefined;
}

describe('the OpenAPI document', () => {
  it('names every route of the interface, and no other', () => {
    expect(new Set(operations().map(([name]) => name))).toEqual(
      new Set([
        'POST /api/boards',
        'GET /api/boards/{boardId}',
        'PATCH /api/boards/{boardId}',
        'GET /api/boards/{boardId}/snapshots',
        'POST /api/boards/{boardId}/snapshots',
        'GET /api/boards/{boardId}/snapshots/{snapshotId}',
        'PATCH /api/boards/{boardId}/snapshots/{snapshotId}',
        'POST /api/boards/{boardId}/snapshots/{snapshotId}/restore',
        'POST /api/boards/{boardId}/snapshots/{snapshotId}/board',
        'GET /api/boards/{boardId}/file',
        'POST /api/boards/file',
        'GET /api/boards/{boardId}/removals',
        'GET /api/boards/{boardId}/news',
        'POST /api/boards/{boardId}/seen',
        'POST /api/boards/{boardId}/invitation',
        'POST /api/boards/{boardId}/join',
        'PATCH /api/boards/{boardId}/me',
        'POST /api/boards/{boardId}/ticket',
        'GET /api/boards/{boardId}/links',
        'GET /api/boards/{boardId}/links/protection',
        'PATCH /api/boards/{boardId}/links/{role}',
        'POST /api/boards/{boardId}/links/{role}/renew',
        'DELETE /api/boards/{boardId}/links/{role}',
        'GET /api/templates',
        'GET /api/templates/own',
        'GET /api/boards/{boardId}/templates',
        'POST /api/boards/{boardId}/templates',
        'POST /api/boards/{boardId}/successors',
        'DELETE /api/boards/{boardId}/templates/{templateId}',
        'POST /api/boards/{boardId}/launches',
        'GET /api/boards/{boardId}/report.md',
        'GET /api/boards/{boardId}/report.json',
        'GET /api/boards/{boardId}/report.csv',
        'GET /api/boards/{boardId}/comments',
        'POST /api/boards/{boardId}/comments',
        'POST /api/boards/{boardId}/comments/seen',
        'POST /api/boards/{boardId}/assets',
        'GET /api/boards/{boardId}/assets/{assetId}',
        'GET /api/boards/{boardId}/feeds',
        'GET /api/boards/{boardId}/feed.atom',
        'GET /api/boards/{boardId}/calendar.ics',
        'GET /api/boards/{boardId}/webhooks',
        'POST /api/boards/{boardId}/webhooks',
        'DELETE /api/boards/{boardId}/webhooks/{webhookId}',
        'POST /api/boards/{boardId}/webhooks/{webhookId}/test',
        'GET /healthz',
        'GET /readyz',
        'GET /metrics',
      ]),
    );
  });

  it('says of every route what it is for, what it takes and how it succeeds', () => {
    expect(offenders(({ summary, tags }) => Boolean(summary) && tags?.length === 1)).toEqual([]);
    expect(
      offenders(({ responses }) => Object.keys(responses).filter((status) => status < '300').length === 1),
    ).toEqual([]);
    expect(
      offenders(({ parameters = [] }, name) => {
        const named = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
        return named.every((one) => parameters.some((known) => known.in === 'path' && known.name === one));
      }),
    ).toEqual([]);
  });

  it('gives each error its status and the sentence that comes with it', () => {
    expect(
      offenders((operation) => errorsOf(operation).every((code) => isExplained(operation, code))),
    ).toEqual([]);
  });

  it('lists what may go wrong with a token wherever one is needed', () => {
    const tokenErrors = ['token_missing', 'token_invalid', 'removed', 'link_revoked', 'link_withdrawn'];
    const needToken = operations().filter(([, { security }]) => security !== undefined);
    expect(needToken.map(([name]) => name)).toEqual(
      operations()
        .map(([name]) => name)
        .filter(
          (name) =>
            name.includes('{boardId}') && !/invitation|join|\{assetId\}|feed\.atom|calendar\.ics/.test(name),
        ),
    );
    expect(
      offenders(
        (operation) => operation.security === undefined || includesAll(errorsOf(operation), tokenErrors),
      ),
    ).toEqual([]);
  });

  it('lists what may go wrong with a body wherever one is taken', () => {
    const bodyErrors = ['invalid_request', 'body_too_large'];
    expect(
      offenders((operation) => !takesJson(operation) || includesAll(errorsOf(operation), bodyErrors)),
    ).toEqual([]);
  });

  it('documents every error that HTTP answers with somewhere', () => {
    const documented = new Set(operations().flatMap(([, operation]) => errorsOf(operation)));
    // These are answers to an address that is no route, and to the websocket's upgrade.
    const elsewhere = ['not_found', 'ticket_invalid', 'origin_refused'];
    expect([...documented, ...elsewhere].toSorted()).toEqual(Object.keys(apiErrors).toSorted());
  });

  it('describes ids as text, not as anything', () => {
    const created = paths['/api/boards']?.['post']?.responses['201']?.content?.['application/json']?.schema;
    expect(created?.properties?.['boardId']).toMatchObject({ type: 'string' });
    const joined = paths['/api/boards/{boardId}/join']?.['post'];
    expect(
      joined?.responses['200']?.content?.['application/json']?.schema.properties?.['participantId'],
    ).toMatchObject({ type: 'string' });
    expect(joined?.requestBody?.content['application/json']?.schema.properties?.['name']).toMatchObject({
      type: 'string',
    });
  });

  it('can be read in a browser', async () => {
    const page = await fetch(`${server.url}/api/docs/`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('swagger');
    const inlineScripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^<]+)/g)];
    expect(inlineScripts).toEqual([]);
  });
});
