import { describe, expect, it } from 'vitest';
import { forEachMark, markOf } from './marks.ts';

function marksIn(message: Buffer): [number, number][] {
  const found: [number, number][] = [];
  forEachMark(message, (writer, seq) => found.push([writer, seq]));
  return found;
}

describe('marks', () => {
  it('are found among other bytes, in order', () => {
    const message = Buffer.concat([
      Buffer.from([0x7e, 0, 0x7e]),
      Buffer.from(markOf(7, 123_456)),
      Buffer.from(`"~12",${markOf(999, 0)}~`),
    ]);
    expect(marksIn(message)).toEqual([
      [7, 123_456],
      [999, 0],
    ]);
  });

  it('are not found when they are cut off', () => {
    expect(marksIn(Buffer.from(markOf(1, 2).slice(0, -1)))).toEqual([]);
  });
});
