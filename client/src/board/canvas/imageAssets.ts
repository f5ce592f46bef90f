import { parseAssetId, type AssetId, type BoardId, type Result } from '@common-ground/protocol';
import type { TLAssetStore } from '@tldraw/tldraw';
import type { ApiError } from '../../api/ApiError.ts';

/** Uploading and finding images of one board. */
export interface ImageHost {
  upload(image: Blob): Promise<Result<{ assetId: AssetId }, ApiError>>;
  url(assetId: AssetId): string;
  /** An image could not be added. */
  onFailure(error: ApiError): void;
}

/** Scheme of an image's address in the document: it holds on every server the board is taken to. */
const scheme = 'asset:';

/** tldraw's way to images: uploaded to the board's server, named by their content. */
export function imageAssets(host: ImageHost): TLAssetStore {
  return {
    async upload(_asset, file) {
      const uploaded = await host.upload(file);
      if (!uploaded.ok) {
        host.onFailure(uploaded.error);
        throw new ImageUploadError();
      }
      return { src: scheme + uploaded.value.assetId };
    },
    resolve(asset) {
      const src = asset.props.src ?? '';
      if (!src.startsWith(scheme)) return null;
      const assetId = parseAssetId(src.slice(scheme.length));
      return assetId === null ? null : host.url(assetId);
    },
  };
}

/** The image stays out of the board; the person has been told why. */
export class ImageUploadError extends Error {
  constructor() {
    super('The image was not added.');
  }
}

/** The board's images over the HTTP interface. */
export function imageHostOf(
  api: {
    uploadAsset(
      boardId: BoardId,
      token: string,
      image: Blob,
    ): Promise<Result<{ assetId: AssetId }, ApiError>>;
    assetUrl(boardId: BoardId, assetId: AssetId): string;
  },
  boardId: BoardId,
  token: string,
  onFailure: (error: ApiError) => void,
): ImageHost {
  return {
    upload: (image) => api.uploadAsset(boardId, token, image),
    url: (assetId) => api.assetUrl(boardId, assetId),
    onFailure,
  };
}
