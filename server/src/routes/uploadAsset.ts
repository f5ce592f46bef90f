import type { Readable } from 'node:stream';
import { assetResponse, mayEdit, type BoardId } from '@common-ground/protocol';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { assetIdOf, parseImageInfo } from '../assets/imageInfo.ts';
import { ApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import { boardIdOf, boardParams, needsToken, type App } from './routeTypes.ts';
import { signIn, signInErrors } from './signIn.ts';

const description = `Facilitators and contributors. The body is the file itself: PNG, JPEG, GIF, WebP or AVIF. Its type is read from
its bytes; what \`Content-Type\` says does not count, and there is no file name. The answer's \`assetId\` is made of the
SHA-256 of the file, so the same image twice is one asset.`;

/** POST /api/boards/:boardId/assets */
export function uploadAssetRoute(parent: App, context: ServerContext): void {
  // A scope of its own: only here does a body of any type go through unread.
  void parent.register(async (scope) => {
    const app: App = scope.withTypeProvider();
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    app.route({
      method: 'POST',
      url: '/api/boards/:boardId/assets',
      config: { rateLimit: { max: context.config.rates.uploadPerMinute, timeWindow: 60_000 } },
      schema: {
        tags: ['images'],
        summary: 'Add an image to a board',
        description,
        security: needsToken,
        consumes: ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'],
        params: boardParams,
        response: {
          201: assetResponse,
          ...errorResponses(
            ...signInErrors,
            'role_insufficient',
            'asset_too_large',
            'asset_type_refused',
            'too_many_requests',
          ),
        },
      },
      handler: async (request, reply) => {
        const boardId = boardIdOf(request.params);
        await signIn(request, context.gatekeeper, boardId, mayEdit);
        return reply.code(201).send(await receiveImage(context, boardId, request));
      },
    });
  });
}

async function receiveImage(
  { assets, config }: ServerContext,
  boardId: BoardId,
  request: FastifyRequest,
): Promise<z.infer<typeof assetResponse>> {
  const { maxAssetBytes, maxImageSidePx } = config.limits;
  if (Number(request.headers['content-length']) > maxAssetBytes) throw new ApiError('asset_too_large');
  const incoming = await assets.receive(bytesOf(request), maxAssetBytes);
  if (incoming === null) throw new ApiError('asset_too_large');
  const info = parseImageInfo(incoming.head, maxImageSidePx);
  if (!info.ok) {
    await incoming.discard();
    throw new ApiError(info.error);
  }
  const assetId = assetIdOf(incoming.sha256, info.value);
  await incoming.keep(boardId, assetId);
  const { mimeType, w, h } = info.value;
  return { assetId, mimeType, w, h, bytes: incoming.bytes };
}

/** The body as it comes. Whoever stops reading early leaves the connection open, so that the refusal can be read. */
function bytesOf(request: FastifyRequest): AsyncIterable<Uint8Array> {
  const body = request.body as Readable | undefined;
  if (body === undefined) throw new ApiError('asset_type_refused');
  return body.iterator({ destroyOnReturn: false });
}
