import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { ApiError } from '../errors/ApiError.ts';

/** The server's address for links, without a slash at the end: as configured, else as this request reached it. */
export function publicUrlOf(config: Pick<Config, 'publicUrl'>, request: FastifyRequest): string {
  if (config.publicUrl !== null) return config.publicUrl;
  const address = `${request.protocol}://${request.host}`;
  if (URL.canParse(address)) return new URL(address).origin;
  throw new ApiError('invalid_request', [{ path: 'Host', message: 'This is not the name of a server.' }]);
}
