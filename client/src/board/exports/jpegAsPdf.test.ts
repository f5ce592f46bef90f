import { describe, expect, test } from 'vitest';
import { jpegAsPdf } from './jpegAsPdf.ts';

/** The beginning of a JPEG of 640 × 480 pixels, as far as its frame header. */
const jpeg = Uint8Array.from([
  0xff,
  0xd8,
  0xff,
  0xe0,
  0,
  4,
  1,
  2,
  0xff,
  0xc0,
  0,
  11,
  8,
  480 >> 8,
  480 & 255,
  640 >> 8,
  640 & 255,
  3,
  1,
  0x22,
  0,
  0xff,
  0xd9,
]);
const size = { width: 320, height: 240, title: 'Vision – “Łódź”' };
const latin1 = (bytes: Uint8Array) => String.fromCodePoint(...bytes);

describe('jpegAsPdf', () => {
  const text = latin1(jpegAsPdf(jpeg, size));

  test('makes one page of the picture’s size, with the picture as it is', () => {
    expect(text.startsWith('%PDF-1.4\n')).toBe(true);
    expect(text).toContain('/Count 1');
    expect(text).toContain('/MediaBox [0 0 240 180]');
    expect(text).toContain('/Width 640 /Height 480');
    expect(text).toContain(`stream\n${latin1(jpeg)}\nendstream`);
  });

  test('says truly where each object begins', () => {
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(start, start + 4)).toBe('xref');
    const offsets = [...text.slice(start).matchAll(/(\d{10}) 00000 n/g)].map(([, offset]) => Number(offset));
    expect(offsets.map((offset) => text.slice(offset, offset + 7))).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `${number} 0 obj`),
    );
  });

  test('has the title in any script', () => {
    expect(text).toContain('/Title <FEFF0056');
    expect(text).toContain('2013');
  });

  test('makes no page larger than readers take', () => {
    const wide = latin1(jpegAsPdf(jpeg, { ...size, width: 40_000, height: 20_000 }));
    expect(wide).toContain('/MediaBox [0 0 14400 7200]');
  });

  test('throws for what is no JPEG', () => {
    expect(() => jpegAsPdf(new Uint8Array(20), size)).toThrow('no JPEG');
  });
});
