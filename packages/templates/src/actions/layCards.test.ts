import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardSizes, layCards, lineScreenPx } from './layCards.ts';

const box = { w: 640, h: 272 };

describe('action cards in their box', () => {
  it('are large while they are few, and smaller as they become more', () => {
    const scales = [1, 4, 6, 12].map((count) => layCards(count, box).scale);
    expect(scales).toEqual(scales.toSorted((a, b) => b - a));
    expect(scales[0]).toBe(1.5);
  });

  it('stand all in it up to a dozen', () => {
    const { cards, hidden } = layCards(12, box);
    expect(cards).toHaveLength(12);
    expect(hidden).toBe(0);
  });

  it('are lines where the facts on cards could not be read, and tell how many there is no room for', () => {
    expect(layCards(3, box, 0.7).kind).toBe('cards');
    const few = layCards(3, box, 0.3);
    expect(few).toMatchObject({ kind: 'lines', hidden: 0 });
    expect(few.scale * cardSizes.whatPx * 0.3).toBeCloseTo(lineScreenPx);
    const many = layCards(9, box, 0.3);
    expect(many.cards).toHaveLength(3);
    expect(many.hidden).toBe(6);
    expect(layCards(1, { w: 640, h: 200 }, 0.3).cards[0]?.h).toBeCloseTo((few.cards[0]?.h ?? 0) * 3);
  });

  it('are larger than life where there is room, to be read from afar', () => {
    const { kind, scale } = layCards(4, { w: 1200, h: 900 }, 0.35);
    expect(kind).toBe('cards');
    expect(scale * cardSizes.factPx * 0.35).toBeGreaterThanOrEqual(10);
  });

  it('never stand over each other or outside, and each is shown or counted', () => {
    const sizes = fc.record({
      w: fc.integer({ min: 200, max: 3_000 }),
      h: fc.integer({ min: 100, max: 2_000 }),
    });
    const zooms = fc.double({ min: 0.05, max: 8, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), sizes, zooms, (count, within, zoom) => {
        const { cards, hidden } = layCards(count, within, zoom);
        expect(cards.length + hidden).toBe(count);
        for (const [index, card] of cards.entries()) {
          expect(card.x + card.w).toBeLessThanOrEqual(within.w + 0.01);
          expect(card.y + card.h).toBeLessThanOrEqual(within.h + 0.01);
          for (const other of cards.slice(index + 1)) {
            const isApart =
              other.x >= card.x + card.w || other.y >= card.y + card.h - 0.01 || other.x + other.w <= card.x;
            expect(isApart).toBe(true);
          }
        }
      }),
    );
  });
});
