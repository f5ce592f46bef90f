import { describe, expect, it } from 'vitest';
import { moveOf } from './matrixKeyboard.ts';

const size = { rows: 2, columns: 3 };

describe('keys in the matrix', () => {
  it('arrows go to the next cell and to the heads', () => {
    expect(moveOf('ArrowRight', false, { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 1 });
    expect(moveOf('ArrowDown', false, { row: 0, column: 0 }, size)).toEqual({ row: 1, column: 0 });
    expect(moveOf('ArrowLeft', false, { row: 0, column: 0 }, size)).toEqual({ row: 0, column: -1 });
    expect(moveOf('ArrowUp', false, { row: 0, column: 0 }, size)).toEqual({ row: -1, column: 0 });
  });

  it('arrows stop at the edges and at the corner', () => {
    expect(moveOf('ArrowRight', false, { row: 0, column: 2 }, size)).toBeNull();
    expect(moveOf('ArrowDown', false, { row: 1, column: 0 }, size)).toBeNull();
    expect(moveOf('ArrowUp', false, { row: 0, column: -1 }, size)).toBeNull();
    expect(moveOf('ArrowLeft', false, { row: -1, column: 0 }, size)).toBeNull();
  });

  it('Tab from the last cell adds a row, and anywhere else goes on as usual', () => {
    expect(moveOf('Tab', false, { row: 1, column: 2 }, size)).toBe('add-row');
    expect(moveOf('Tab', true, { row: 1, column: 2 }, size)).toBeNull();
    expect(moveOf('Tab', false, { row: 0, column: 2 }, size)).toBeNull();
  });

  it('other keys are not about moving', () => {
    expect(moveOf('r', false, { row: 0, column: 0 }, size)).toBeNull();
  });
});
