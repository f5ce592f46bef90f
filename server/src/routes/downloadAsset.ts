import type { Readable } from 'node:stream';
import { parseAssetId } from '@common-ground/protocol';
import { z } from 'zod';
import { mimeTypeOf } from '../assets/imageInfo.ts';
import { ApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import { boardIdOf, boardParams, type App } from './routeTypes.ts';

const image = { schema: z.custom<Readable>().meta({ type: 'string', format: 'binary' }) };

/** GET /api/boards/:boardId/assets/:assetId */
export function downloadAssetRoute(app: App, { assets }: ServerContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/assets/:assetId',
    schema: {
      tags: ['images'],
      summary: 'Get an image of a board',
      description:
        'Needs no token: nobody can guess the 256 bits of the id, and what it names never changes.',
      params: boardParams.extend({ assetId: z.string() }),
      response: {
        200: {
          description: 'The image.',
          content: {
            'image/png': image,
            'image/jpeg': image,
            'image/gif': image,
            'image/webp': image,
            'image/avif': image,
          },
        },
        ...errorResponses('board_or_link_unknown', 'asset_unknown'),
      },
    },
    handler: async (request, reply) => {
      const boardId = boardIdOf(request.params);
      const assetId = parseAssetId(request.params.assetId);
      const asset = assetId && (await assets.read(boardId, assetId));
      if (!asset) throw new ApiError('asset_unknown');
      return reply
        .headers({
          'content-type': mimeTypeOf(assetId),
          'content-length': asset.bytes,
          'cache-control': 'public, max-age=31536000, immutable',
          // Whatever the bytes turn out to be, a browser shows them as this image type or not at all.
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
          'content-disposition': 'inline',
        })
        .send(asset.content);
    },
  });
}
