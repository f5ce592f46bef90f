import { describe, expect, it } from 'vitest';
import type { PressedKey } from './matrixKeyboard.ts';
import { moveOf } from './matrixKeyboard.ts';

const pressed = (key: string, held: Partial<PressedKey> = {}): PressedKey => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});
const size = { rows: 2, columns: 3 };

describe('keys in the matrix', () => {
  it('arrows go to the next cell and to the heads', () => {
    expect(moveOf(pressed('ArrowRight'), { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 1 });
    expect(moveOf(pressed('ArrowDown'), { row: 0, column: 0 }, size)).toEqual({ row: 1, column: 0 });
    expect(moveOf(pressed('ArrowLeft'), { row: 0, column: 0 }, size)).toEqual({ row: 0, column: -1 });
    expect(moveOf(pressed('ArrowUp'), { row: 0, column: 0 }, size)).toEqual({ row: -1, column: 0 });
  });

  it('arrows stop at the edges and at the corner', () => {
    expect(moveOf(pressed('ArrowRight'), { row: 0, column: 2 }, size)).toBeNull();
    expect(moveOf(pressed('ArrowDown'), { row: 1, column: 0 }, size)).toBeNull();
    expect(moveOf(pressed('ArrowUp'), { row: 0, column: -1 }, size)).toBeNull();
    expect(moveOf(pressed('ArrowLeft'), { row: -1, column: 0 }, size)).toBeNull();
  });

  it('Home and End go to the ends of a row, with Ctrl to the corners of the cells', () => {
    expect(moveOf(pressed('Home'), { row: 1, column: 2 }, size)).toEqual({ row: 1, column: 0 });
    expect(moveOf(pressed('End'), { row: 0, column: -1 }, size)).toEqual({ row: 0, column: 2 });
    expect(moveOf(pressed('Home', { ctrlKey: true }), { row: 1, column: 2 }, size)).toEqual({
      row: 0,
      column: 0,
    });
    expect(moveOf(pressed('End', { metaKey: true }), { row: 0, column: 0 }, size)).toEqual({
      row: 1,
      column: 2,
    });
  });

  it('Tab from the last cell adds a row, and anywhere else goes on as usual', () => {
    expect(moveOf(pressed('Tab'), { row: 1, column: 2 }, size)).toBe('add-row');
    expect(moveOf(pressed('Tab', { shiftKey: true }), { row: 1, column: 2 }, size)).toBeNull();
    expect(moveOf(pressed('Tab'), { row: 0, column: 2 }, size)).toBeNull();
  });

  it('other keys are not about moving', () => {
    expect(moveOf(pressed('r'), { row: 0, column: 0 }, size)).toBeNull();
  });
});
