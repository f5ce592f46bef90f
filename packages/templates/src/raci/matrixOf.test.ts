import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMatrix } from './matrix.ts';
import { renameRow, setLetters, startMatrix } from './matrixEdits.ts';
import { matrixOf } from './matrixOf.ts';

const start = startMatrix(3, [null, null]);

describe('a matrix that is read again', () => {
  it('keeps rows, columns and the letters of other rows when letters change', () => {
    const meta = { ...start, ...setLetters('row1', 'column1', ['A']) };
    const before = matrixOf('shape:kept', meta, 'raci');
    const after = matrixOf('shape:kept', { ...meta, ...setLetters('row2', 'column1', ['R']) }, 'raci');
    expect(after.rows).toBe(before.rows);
    expect(after.columns).toBe(before.columns);
    expect(after.cells.get('row1')).toBe(before.cells.get('row1'));
    expect(after.cells.get('row2')).toEqual(new Map([['column1', ['R']]]));
    expect(before.cells.has('row2')).toBe(false);
  });

  it('is the very same for the same meta', () => {
    expect(matrixOf('shape:same', start, 'raci')).toBe(matrixOf('shape:same', start, 'raci'));
    expect(matrixOf('shape:same', start, 'daci').variant).toBe('daci');
  });

  it('is what reading it anew gives, whatever changed', () => {
    const key = fc.constantFrom(
      'c:row1:column1',
      'c:row1:column2',
      'c:row3:column1',
      's:row1:column1',
      'v:north:row1:column1',
      'c:row1',
      'r:row2',
      ...Object.keys(renameRow('row1', '')),
      'createdBy',
    );
    const value = fc.constantFrom('', 'R', 'AR', 'S', 'rubbish', null, undefined, 7, 'a5');
    const change = fc.dictionary(key, value, { maxKeys: 3 });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), fc.uuid(), (changes, id) => {
        let meta: Record<string, unknown> = { ...start };
        for (const patch of changes) {
          meta = { ...meta, ...patch };
          for (const [gone, now] of Object.entries(meta)) if (now === undefined) delete meta[gone];
          expect(matrixOf(id, meta, 'raci')).toEqual(parseMatrix(meta, 'raci'));
        }
      }),
    );
  });
});
