import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BoardId } from '@common-ground/protocol';
import { parseBoardId } from '@common-ground/protocol';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ApiError } from '../errors/ApiError.ts';

/** The server as routes see it: bodies and answers are typed by their zod schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** Parameters of a route that concerns one board. */
export const boardParams = z.object({
  boardId: z.string().meta({ description: 'As answered when the board was created.' }),
});

/** The board id of the address; one that cannot be an id is answered as an unknown board is, without a look at the disk. */
export function boardIdOf(params: z.infer<typeof boardParams>): BoardId {
  const boardId = parseBoardId(params.boardId);
  if (boardId === null) throw new ApiError('board_or_link_unknown');
  return boardId;
}

/** For the documentation: the route needs `Authorization: Bearer <token>`. */
export const needsToken = [{ participantToken: [] }];
