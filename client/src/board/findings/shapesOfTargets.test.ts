import { expect, test } from 'vitest';
import { shapesOfTargets } from './shapesOfTargets.ts';

test('cells, rows and notes lead to their shapes, each once; actions to none', () => {
  expect(
    shapesOfTargets([
      { kind: 'cell', shapeId: 'shape:m', rowId: 'r', columnId: 'c' },
      { kind: 'row', shapeId: 'shape:m', rowId: 'r' },
      { kind: 'shape', shapeId: 'shape:n' },
      { kind: 'action', actionId: 'a' },
      { kind: 'escalation' },
    ]),
  ).toEqual(['shape:m', 'shape:n']);
});
