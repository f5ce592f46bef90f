import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';

const description = `Boards, joining, links, templates and images of Common Ground. Live editing goes over the websocket at
\`/sync/{boardId}\`, which docs/PROTOCOL.md describes. Every error has the same form: a stable \`code\`, and a \`message\` that a
person can act on.`;

/** Writes the description of the HTTP interface from the routes' schemas, and shows it at /api/docs. Before the routes. */
export async function registerOpenapi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Common Ground', description, version },
      tags: [
        { name: 'boards', description: 'Create and rename boards' },
        { name: 'joining', description: 'From a link to a websocket' },
        { name: 'links', description: 'Who holds a link may join in its role' },
        { name: 'history', description: 'What a board was like, and what is new on it' },
        { name: 'templates', description: 'What can be laid out on a board' },
        { name: 'comments', description: 'What people say about the board' },
        { name: 'images', description: 'Images on the canvas' },
        { name: 'feeds', description: 'For those who are away: feed, calendar and webhooks' },
        { name: 'running', description: 'For whoever runs the server' },
      ],
      components: {
        securitySchemes: {
          participantToken: {
            type: 'http',
            scheme: 'bearer',
            description: 'The token that joining answered; good for one board.',
          },
        },
      },
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig: { override: describeTransform } }),
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs', logLevel: 'warn' });
}

/**
 * A transform has no JSON schema of its own. All of ours put a brand on a string or tidy one up, so what they take describes
 * what they give as well.
 */
function describeTransform({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: object }): void {
  if (!(zodSchema instanceof z.ZodPipe) || !(zodSchema.out instanceof z.ZodTransform)) return;
  Object.assign(
    jsonSchema,
    withoutIdentity(z.toJSONSchema(zodSchema.in, { io: 'input', unrepresentable: 'any' })),
  );
}

function withoutIdentity({ $schema: _schema, ...rest }: z.core.JSONSchema.BaseSchema): object {
  return rest;
}
