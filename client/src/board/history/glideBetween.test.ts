import { TestCanvas } from '@common-ground/board/testing';
import type { TLShape } from '@tldraw/tldraw';
import { describe, expect, test } from 'vitest';
import { glideBetween } from './glideBetween.ts';

/** Somebody's canvas with one note, as it is before and after they act. */
function around(act: (canvas: TestCanvas, note: TLShape['id']) => void) {
  const canvas = new TestCanvas('alice');
  const note = canvas.writes('Clean water', { at: [100, 0] });
  const before = canvas.records();
  act(canvas, note);
  const after = canvas.records();
  const glide = glideBetween(before, after);
  const at = (progress: number, id: string = note) =>
    glide?.at(progress).find((record): record is TLShape => record.id === id);
  return { note, before, after, glide, at };
}

describe('from one moment to the next', () => {
  test('what moved glides there, and is there in the end', () => {
    const { after, at, glide, note } = around((canvas, id) => canvas.moves(id).to(300, 80));
    expect(at(0)).toMatchObject({ x: 100, y: 0 });
    const middle = at(0.5)?.x ?? 0;
    expect(middle).toBeGreaterThan(200);
    expect(middle).toBeLessThan(300);
    expect(glide?.at(1)).toEqual(expect.arrayContaining(after));
    expect(at(1, note)).toMatchObject({ x: 300, y: 80 });
  });

  test('what is new comes out of nothing, and what went fades', () => {
    let made = '' as TLShape['id'];
    const { at, note } = around((canvas, id) => {
      made = canvas.writes('New');
      canvas.deletes(id);
    });
    expect([at(0, made)?.opacity, at(1, made)?.opacity]).toEqual([0, 1]);
    expect([at(0, note)?.opacity, at(1, note)?.opacity]).toEqual([1, 0]);
  });

  test('a turn takes the short way', () => {
    const { at } = around((canvas, id) => canvas.turns(id, 2 * Math.PI - 0.2));
    expect(at(1)?.rotation).toBeCloseTo(-0.2);
  });

  test('what changes its words or its holder is there at once', () => {
    const { glide } = around((canvas, id) => canvas.recolours(id, 'red'));
    expect(glide).toBeNull();
    const dropped = around((canvas, id) => canvas.drops(id, canvas.drawsFrame({ at: [50, -50] })));
    expect(dropped.at(0)).toEqual(dropped.after.find(({ id }) => id === dropped.note));
  });

  test('too much at once is not followed by anybody', () => {
    const { after, note } = around(() => undefined);
    const shape = after.find((record): record is TLShape => record.id === note);
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...shape, id: `shape:${at}` }) as TLShape);
    expect(glideBetween(after, [...after, ...many(300)])).not.toBeNull();
    expect(glideBetween(after, [...after, ...many(301)])).toBeNull();
  });
});
