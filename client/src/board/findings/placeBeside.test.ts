import { expect, test } from 'vitest';
import { placeBeside } from './placeBeside.ts';

const window = { w: 1000, h: 600 };

test('a card stands below its mark, above it in the lower half, and never beyond the edge', () => {
  expect(placeBeside({ left: 100, top: 50, bottom: 80 }, window)).toEqual({ left: 100, top: 86 });
  expect(placeBeside({ left: 100, top: 500, bottom: 530 }, window)).toEqual({ left: 100, bottom: 106 });
  expect(placeBeside({ left: 990, top: 50, bottom: 80 }, window).left).toBe(672);
  expect(placeBeside({ left: -20, top: 50, bottom: 80 }, window).left).toBe(8);
});
