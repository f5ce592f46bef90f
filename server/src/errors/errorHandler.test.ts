import { apiErrors, apiErrorSchema } from '@common-ground/protocol';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { BoardUnreadableError } from '../boards/BoardUnreadableError.ts';
import { StorageError } from '../storage/StorageError.ts';
import { ApiError } from './ApiError.ts';
import { errorHandler } from './errorHandler.ts';

async function answerTo(error: Error) {
  const app = Fastify();
  app.setErrorHandler(errorHandler);
  app.get('/', () => {
    throw error;
  });
  const response = await app.inject('/');
  await app.close();
  return { status: response.statusCode, body: apiErrorSchema.parse(response.json()) };
}

describe('errorHandler', () => {
  it('answers an ApiError with its status, its sentence and what is wrong where', async () => {
    const fields = [{ path: 'title', message: 'Too short.' }];
    expect(await answerTo(new ApiError('invalid_request', fields))).toEqual({
      status: 400,
      body: { code: 'invalid_request', message: apiErrors.invalid_request.message, fields },
    });
  });

  it.each([
    ['a board that cannot be read', new BoardUnreadableError('b'), 'board_unreadable'],
    ['a storage that fails', new StorageError('/data: the disk is full.'), 'storage_trouble'],
    ['a full disk', Object.assign(new Error('no'), { code: 'ENOSPC' }), 'storage_trouble'],
    ['a bug', new TypeError('x is not a function'), 'server_trouble'],
    ['a body that is too large', Object.assign(new Error('no'), { statusCode: 413 }), 'body_too_large'],
    ['another mistake of the client', Object.assign(new Error('no'), { statusCode: 415 }), 'invalid_request'],
  ] as const)('answers %s', async (_what, error, code) => {
    expect(await answerTo(error)).toMatchObject({ status: apiErrors[code].status, body: { code } });
  });

  it('tells nobody outside what went wrong inside', async () => {
    const { body } = await answerTo(new Error('the password is swordfish'));
    expect(JSON.stringify(body)).not.toContain('swordfish');
  });
});
