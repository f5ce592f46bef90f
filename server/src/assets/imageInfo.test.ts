import { describe, expect, it } from 'vitest';
import { assetIdOf, mimeTypeOf, parseImageInfo } from './imageInfo.ts';

/** The beginnings of files, as far as their size: 3 × 2 px, written down from the formats' specifications. */
const heads = {
  png: '89504e470d0a1a0a 0000000d 49484452 00000003 00000002 0806000000 00000000',
  gif: '474946383961 0300 0200 800000 2c',
  jpg: 'ffd8 ffe0 0010 4a46494600010100000100010000 ffc0 0011 08 0002 0003 03 011100021100031100 ffd9',
  webp: '52494646 1a000000 57454250 56503820 0e000000 300100 9d012a 0300 0200 000000',
  avif: '00000014 66747970 61766966 00000000 61766966 00000048 6d657461 00000000 0000003c 69707270 00000034 6970636f 00000014 69737065 00000000 00000003 00000002 00000018 70697869 00000000 03080808 00000000 00000000',
} as const;

function bytesOf(hex: string): Uint8Array {
  return Buffer.from(hex.replaceAll(' ', ''), 'hex');
}

/** The JPEG above with an EXIF block that holds the orientation. */
function turnedJpeg(orientation: number): Uint8Array {
  const entry = `0112 0003 00000001 ${orientation.toString(16).padStart(4, '0')} 0000`;
  const exif = `ffe1 0022 457869660000 4d4d002a 00000008 0001 ${entry} 00000000`;
  return bytesOf(heads.jpg.replace('ffd8', `ffd8 ${exif}`));
}

describe('parseImageInfo', () => {
  it.each([
    ['png', 'image/png'],
    ['gif', 'image/gif'],
    ['jpg', 'image/jpeg'],
    ['webp', 'image/webp'],
    ['avif', 'image/avif'],
  ] as const)('reads type and size of a %s', (extension, mimeType) => {
    expect(parseImageInfo(bytesOf(heads[extension]), 100)).toEqual({
      ok: true,
      value: { mimeType, extension, w: 3, h: 2 },
    });
  });

  it('turns the size the way the camera was held', () => {
    expect(parseImageInfo(turnedJpeg(1), 100)).toMatchObject({ value: { w: 3, h: 2 } });
    expect(parseImageInfo(turnedJpeg(6), 100)).toMatchObject({ value: { w: 2, h: 3 } });
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"></svg>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['a BMP', 'BM\u0046\0\0\0\0\0\0\0\u0036\0\0\0\u0028\0\0\0\u0003\0\0\0\u0002\0\0\0'],
    ['a PDF', '%PDF-1.7'],
    ['nothing', ''],
    ['a PNG that ends within its signature', '\u0089PN'],
  ])('refuses %s', (_what, text) => {
    expect(parseImageInfo(Buffer.from(text, 'latin1'), 100)).toEqual({
      ok: false,
      error: 'asset_type_refused',
    });
  });

  it('refuses what only begins like a JPEG', () => {
    const text = Buffer.concat([bytesOf('ffd8'), Buffer.from('<html>')]);
    expect(parseImageInfo(text, 100)).toEqual({ ok: false, error: 'asset_type_refused' });
  });

  it.each(Object.entries(heads))('refuses a %s that is cut off before its size', (_extension, hex) => {
    const cut = bytesOf(hex).subarray(0, 9);
    expect(parseImageInfo(cut, 100)).toEqual({ ok: false, error: 'asset_type_refused' });
  });

  it('refuses sides beyond the limit, and sides of nothing', () => {
    const huge = bytesOf(heads.png.replace('00000003 00000002', '000186a0 000186a0'));
    expect(parseImageInfo(huge, 16_384)).toEqual({ ok: false, error: 'asset_too_large' });
    const empty = bytesOf(heads.png.replace('00000003 00000002', '00000000 00000002'));
    expect(parseImageInfo(empty, 16_384)).toEqual({ ok: false, error: 'asset_type_refused' });
    expect(parseImageInfo(bytesOf(heads.png), 3)).toMatchObject({ ok: true });
    expect(parseImageInfo(bytesOf(heads.png), 2)).toMatchObject({ ok: false });
  });
});

describe('assetIdOf', () => {
  it('names a file by what it is, and its media type follows from the name', () => {
    const sha256 = 'a'.repeat(64);
    const assetId = assetIdOf(sha256, { extension: 'webp' });
    expect(assetId).toBe(`${sha256}.webp`);
    expect(mimeTypeOf(assetId)).toBe('image/webp');
  });
});
