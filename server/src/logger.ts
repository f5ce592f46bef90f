import type { Writable } from 'node:stream';
import type { FastifyRequest, FastifyServerOptions } from 'fastify';
import type { Config } from './config.ts';

/**
 * What goes to the log: JSON lines on standard output. Never in them: names, titles, texts, secrets, tokens, tickets.
 * An address is logged without its query, because a ticket stands there; headers and bodies are not logged at all.
 */
export function loggerOptions(
  level: Config['logLevel'],
  stream: Writable = process.stdout,
): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    stream,
    serializers: {
      req: (request: Pick<FastifyRequest, 'method' | 'url'>) => ({
        method: request.method,
        path: pathOf(request.url),
      }),
    },
  };
}

/** The address without query and fragment. */
export function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}
