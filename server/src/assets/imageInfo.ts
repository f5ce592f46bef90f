import { fail, ok, type ApiErrorCode, type AssetId, type Result } from '@common-ground/protocol';
import { imageSize } from 'image-size';

/** A raster image as its own bytes describe it; what a visitor says about it does not count. */
export interface ImageInfo {
  readonly mimeType: string;
  /** File name extension, without a dot. */
  readonly extension: string;
  /** Size as shown, px: turned the way the camera noted. */
  readonly w: number;
  readonly h: number;
}

/** Reads type and size out of the beginning of a file; refuses everything but raster images up to `maxSidePx`. */
export function parseImageInfo(
  head: Uint8Array,
  maxSidePx: number,
): Result<ImageInfo, Extract<ApiErrorCode, 'asset_type_refused' | 'asset_too_large'>> {
  const size = sizeOf(head);
  const format = formats.find(({ type }) => type === size?.type);
  if (!size || !format || !format.signature(head)) return fail('asset_type_refused');
  const { width, height, orientation = 1 } = size;
  if (!(width >= 1 && height >= 1)) return fail('asset_type_refused');
  if (Math.max(width, height) > maxSidePx) return fail('asset_too_large');
  // EXIF 2.32, tag 0x0112: from 5 on, rows and columns change places.
  const [w, h] = orientation >= 5 ? [height, width] : [width, height];
  return ok({ mimeType: format.mimeType, extension: format.extension, w, h });
}

/** The id of an asset: what it is, not what somebody called it. */
export function assetIdOf(sha256: string, { extension }: Pick<ImageInfo, 'extension'>): AssetId {
  return `${sha256}.${extension}` as AssetId;
}

/** The media type that belongs to an asset's extension. */
export function mimeTypeOf(assetId: AssetId): string {
  const extension = assetId.slice(assetId.lastIndexOf('.') + 1);
  return formats.find((format) => format.extension === extension)?.mimeType ?? 'application/octet-stream';
}

interface Format {
  /** As the image-size library calls it. */
  readonly type: string;
  readonly mimeType: string;
  readonly extension: string;
  signature(head: Uint8Array): boolean;
}

/**
 * The formats every browser shows. The signatures are those of the WHATWG MIME Sniffing standard, section 6.1, and
 * stricter than the library's, which takes any file that begins with ff d8 for a JPEG.
 */
const formats: readonly Format[] = [
  {
    type: 'png',
    mimeType: 'image/png',
    extension: 'png',
    signature: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  },
  { type: 'jpg', mimeType: 'image/jpeg', extension: 'jpg', signature: startsWith(0xff, 0xd8, 0xff) },
  { type: 'gif', mimeType: 'image/gif', extension: 'gif', signature: startsWith(0x47, 0x49, 0x46, 0x38) },
  { type: 'webp', mimeType: 'image/webp', extension: 'webp', signature: startsWith(0x52, 0x49, 0x46, 0x46) },
  { type: 'avif', mimeType: 'image/avif', extension: 'avif', signature: () => true },
];

function startsWith(...bytes: readonly number[]): (head: Uint8Array) => boolean {
  return (head) => bytes.every((byte, index) => head[index] === byte);
}

function sizeOf(head: Uint8Array): ReturnType<typeof imageSize> | null {
  try {
    // A copy with a buffer of its own: the library reads past the end of a view into a larger one.
    return imageSize(new Uint8Array(head));
  } catch {
    return null;
  }
}
