import { createShapeId, type TLParentId } from '@tldraw/tlschema';
import { describe, expect, test } from 'vitest';
import { TestCanvas } from '../testing/TestCanvas.ts';
import { pointOnShape } from './pointOnShape.ts';

describe('pointOnShape', () => {
  test('tells place and words of a note on the page', () => {
    const alice = new TestCanvas('alice');
    const note = alice.writes('Clean water', { at: [100, 50] });
    expect(pointOnShape(alice.board, note, { x: 10, y: 20 })).toEqual({
      pageId: 'page:page',
      x: 110,
      y: 70,
      words: 'Clean water',
    });
  });

  test('goes through turned frames, and says what the shape itself says', () => {
    const alice = new TestCanvas('alice');
    const frame = alice.drawsFrame({ at: [100, 100] });
    alice.store.update(frame, (shape) => ({ ...shape, rotation: Math.PI / 2 }));
    const note = alice.writes('Inside', { at: [30, 0], in: frame as TLParentId });
    const found = pointOnShape(alice.board, note, { x: 5, y: 10 });
    expect(found).toMatchObject({ pageId: 'page:page', words: 'Inside' });
    expect(found?.x).toBeCloseTo(90);
    expect(found?.y).toBeCloseTo(135);
  });

  test('knows nothing of a shape that is not there, or stands in one that is not', () => {
    const alice = new TestCanvas('alice');
    expect(pointOnShape(alice.board, createShapeId('gone'), { x: 0, y: 0 })).toBeNull();
    const frame = alice.drawsFrame();
    const note = alice.writes('Inside', { in: frame as TLParentId });
    alice.board.shapes.delete(frame);
    expect(pointOnShape(alice.board, note, { x: 0, y: 0 })).toBeNull();
  });

  test('ends where shapes stand in each other', () => {
    const alice = new TestCanvas('alice');
    const [one, two] = [alice.drawsFrame(), alice.drawsFrame()];
    alice.board.shapes.get(one)?.set('parentId', two);
    alice.board.shapes.get(two)?.set('parentId', one);
    expect(pointOnShape(alice.board, one, { x: 0, y: 0 })).toBeNull();
  });
});
