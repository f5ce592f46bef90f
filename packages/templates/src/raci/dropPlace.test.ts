import type { PartnerId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import { partnersNamed } from '../testing/TestBoard.ts';
import { dropPlaceOf } from './dropPlace.ts';
import { parseMatrix } from './matrix.ts';
import { startMatrix } from './matrixEdits.ts';
import { matrixGeometry, matrixSizes } from './matrixGeometry.ts';

const [north, south] = partnersNamed('North', 'South').map(({ id }) => id) as [PartnerId, PartnerId];
const matrix = parseMatrix(startMatrix(4, [north, north, south, south]), 'raci');
const { headH, columnW } = matrixGeometry({ rows: 4, columns: 4 }, 1280);

const down = (rows: number) => ({ x: 40, y: headH + rows * matrixSizes.rowH });
const right = (columns: number) => ({ x: matrixSizes.rowHeadW + columns * columnW, y: 20 });

describe('a row that is dragged', () => {
  it.each([
    ['stays over itself', 1.4, { index: 1, gap: 1 }],
    ['stays over its own lower edge', 1.9, { index: 1, gap: 2 }],
    ['goes down past the next', 2.6, { index: 2, gap: 3 }],
    ['goes to the top from above the table', -3, { index: 0, gap: 0 }],
    ['goes to the end from below the table', 9, { index: 3, gap: 4 }],
  ])('%s', (_, rowsDown, expected) => {
    expect(dropPlaceOf(matrix, 1280, { kind: 'row', id: 'row2' }, down(rowsDown))).toEqual(expected);
  });

  it('goes nowhere once somebody has removed it', () => {
    expect(dropPlaceOf(matrix, 1280, { kind: 'row', id: 'row9' }, down(1))).toBeNull();
  });
});

describe('a column that is dragged', () => {
  it.each([
    ['goes past its neighbour', 3.8, { index: 1, gap: 4 }],
    ['stays with its partner, however far it is dragged', 0.2, { index: 0, gap: 2 }],
  ])('%s', (_, columnsRight, expected) => {
    expect(dropPlaceOf(matrix, 1280, { kind: 'column', id: 'column3' }, right(columnsRight))).toEqual(
      expected,
    );
  });
});
