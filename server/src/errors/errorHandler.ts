import { apiErrors, type ApiErrorBody, type ApiErrorCode } from '@common-ground/protocol';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { BoardUnreadableError } from '../boards/BoardUnreadableError.ts';
import { isStorageError } from '../storage/StorageError.ts';
import { ApiError, errorBody } from './ApiError.ts';

/** Answers every failed request of the HTTP interface in the one form of protocol/apiErrors.ts. */
export function errorHandler(
  error: FastifyError | ApiError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const body = bodyFor(error);
  const { status } = apiErrors[body.code];
  // Only our own troubles are logged with their error: a client's mistake may quote what it sent.
  if (status >= 500) request.log.error({ err: error.cause ?? error, code: body.code }, 'request failed');
  else request.log.debug({ code: body.code }, 'request refused');
  void reply.code(status).type('application/json; charset=utf-8').serializer(JSON.stringify).send(body);
}

/** How a failed request is answered. */
export function bodyFor(error: FastifyError | ApiError | Error): ApiErrorBody {
  if (error instanceof ApiError) return errorBody(error.code, error.fields);
  if ('validation' in error && error.validation) {
    return errorBody(
      'invalid_request',
      error.validation.map(({ instancePath, message }) => ({
        path: instancePath.replace(/^\//, '').replaceAll('/', '.'),
        message: message ?? '',
      })),
    );
  }
  if (error instanceof BoardUnreadableError) return errorBody('board_unreadable');
  if (isStorageError(error)) return errorBody('storage_trouble');
  return errorBody(codeByStatus(error));
}

/** For what Fastify itself refuses: JSON that is none, a body that is too large, a content type it does not know. */
function codeByStatus(error: Error): ApiErrorCode {
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status === 413) return 'body_too_large';
  if (status === 429) return 'too_many_requests';
  return typeof status === 'number' && status >= 400 && status < 500 ? 'invalid_request' : 'server_trouble';
}
