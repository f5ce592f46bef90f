import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Found } from '../findings/Finding.ts';
import { partnersNamed } from '../testing/TestBoard.ts';
import { createTranslate } from '../translate.ts';
import { parseMatrix } from './matrix.ts';
import { removeRow, renameColumn, renameRow, setLetters, startMatrix } from './matrixEdits.ts';
import type { MetaPatch } from './matrixKeys.ts';
import type { MatrixFindingCode } from './matrixRules.ts';
import { checkMatrix } from './matrixRules.ts';
import { texts } from './texts.ts';
import type { MatrixLetter, MatrixVariant } from './variants.ts';
import { variantLetters, variants } from './variants.ts';

const partners = partnersNamed('Harbour', 'City');
const t = createTranslate(texts, 'en');

/** Columns: two of Harbour, two of City. A line is a row: its name, then the letters of each column. */
function metaOf(lines: readonly (readonly string[])[], columns = 4): MetaPatch {
  const owners = Array.from(
    { length: columns },
    (_, index) => partners[index < columns / 2 ? 0 : 1]?.id ?? null,
  );
  const patches = lines.flatMap(([name = '', ...cells], row) => [
    renameRow(`row${row + 1}`, name),
    ...cells.map((letters, column) =>
      setLetters(`row${row + 1}`, `column${column + 1}`, Array.from(letters) as MatrixLetter[]),
    ),
  ]);
  return Object.assign({}, startMatrix(lines.length, owners), ...patches) as MetaPatch;
}

function check(meta: MetaPatch, variant: MatrixVariant = 'raci'): Found<MatrixFindingCode>[] {
  return checkMatrix('shape:m', parseMatrix(meta, variant), partners, t);
}

function codes(lines: readonly (readonly string[])[], variant: MatrixVariant = 'raci'): MatrixFindingCode[] {
  return check(metaOf(lines), variant).map(({ code }) => code);
}

describe('the rules of a matrix', () => {
  it.each<[name: string, lines: string[][], expected: MatrixFindingCode[], variant?: MatrixVariant]>([
    [
      'a sound row',
      [['Plan', 'A', '', 'R', 'C']],
      ['partner-without-accountable', 'partner-with-every-accountable'],
    ],
    [
      'a sound matrix',
      [
        ['Plan', 'A', '', 'R', 'C'],
        ['Build', '', 'R', 'A', 'I'],
      ],
      [],
    ],
    [
      'A and R in one cell',
      [
        ['Plan', 'AR', '', 'C', ''],
        ['Build', 'I', '', 'AR', ''],
      ],
      [],
    ],
    [
      'no A',
      [
        ['Plan', 'A', '', 'R', ''],
        ['Build', 'I', 'R', 'A', ''],
        ['Run', 'R', '', 'C', ''],
      ],
      ['no-accountable'],
    ],
    ['two A', [['Plan', 'A', '', 'AR', '']], ['two-accountable']],
    [
      'no R',
      [
        ['Plan', 'A', '', 'I', ''],
        ['Build', 'I', 'R', 'A', ''],
      ],
      ['no-doer'],
    ],
    [
      'C where R',
      [
        ['Plan', 'A', '', 'RC', ''],
        ['Build', 'R', '', 'A', ''],
      ],
      ['asked-and-doing'],
    ],
    [
      'I where R',
      [
        ['Plan', 'A', '', 'RI', ''],
        ['Build', 'R', '', 'A', ''],
      ],
      ['asked-and-doing'],
    ],
    [
      'S where R',
      [
        ['Plan', 'A', '', 'RS', ''],
        ['Build', 'R', '', 'A', ''],
      ],
      ['asked-and-doing'],
      'rasci',
    ],
    [
      'S beside R',
      [
        ['Plan', 'A', 'S', 'R', 'S'],
        ['Build', 'R', '', 'A', ''],
      ],
      [],
      'rasci',
    ],
    [
      'S alone',
      [
        ['Plan', 'A', 'S', 'C', ''],
        ['Build', 'R', '', 'A', ''],
      ],
      ['no-doer'],
      'rasci',
    ],
    [
      'two R',
      [
        ['Plan', 'A', 'R', 'R', ''],
        ['Build', 'R', '', 'A', ''],
      ],
      [],
    ],
    [
      'two D',
      [
        ['Plan', 'A', 'D', 'D', ''],
        ['Build', 'D', '', 'A', ''],
      ],
      ['two-doers'],
      'daci',
    ],
    [
      'no D',
      [
        ['Plan', 'A', 'C', 'C', ''],
        ['Build', 'D', '', 'A', ''],
      ],
      ['no-doer'],
      'daci',
    ],
    [
      'C where D',
      [
        ['Plan', 'A', '', 'DC', ''],
        ['Build', 'D', '', 'A', ''],
      ],
      ['asked-and-doing'],
      'daci',
    ],
    [
      'three C',
      [
        ['Plan', 'AC', 'R', 'C', 'C'],
        ['Build', 'R', '', 'A', ''],
      ],
      [],
    ],
    [
      'four C',
      [
        ['Plan', 'AC', 'RC', 'C', 'C'],
        ['Build', 'R', '', 'A', ''],
      ],
      ['many-asked', 'asked-and-doing'],
    ],
    [
      'one partner’s row',
      [
        ['Plan', 'A', 'R', '', ''],
        ['Build', 'R', '', 'A', ''],
      ],
      ['one-partner-row'],
    ],
    [
      'every A with one partner',
      [
        ['Plan', 'A', '', 'R', ''],
        ['Build', '', 'A', 'R', ''],
      ],
      ['partner-without-accountable', 'partner-with-every-accountable'],
    ],
    [
      'empty lines',
      [
        ['', '', '', '', ''],
        ['Plan', 'A', '', 'R', ''],
        ['Build', 'R', '', 'A', ''],
      ],
      [],
    ],
    [
      'a row with letters and no name',
      [
        ['', 'A', '', '', ''],
        ['Build', 'R', '', 'A', ''],
      ],
      ['no-doer', 'one-partner-row'],
    ],
    [
      'names alone',
      [
        ['Plan', '', '', '', ''],
        ['Build', '', '', '', ''],
      ],
      [],
    ],
    [
      'a named row without letters',
      [['Plan', 'A', '', 'R', ''], ['Build', 'R', '', 'A', ''], ['Run']],
      ['no-accountable', 'no-doer'],
    ],
  ])('%s', (_name, lines, expected, variant = 'raci') => {
    expect(codes(lines, variant)).toEqual(expected);
  });

  it('two A name both, and point at both cells', () => {
    const meta = { ...metaOf([['Plan', 'A', '', 'AR', '']]), ...renameColumn('column1', 'Mayor') };
    const [found] = check(meta).filter(({ code }) => code === 'two-accountable');
    expect(found?.values).toMatchObject({ row: 'Plan', count: 2, people: 'Mayor, column 3' });
    expect(found?.targets).toEqual([
      { kind: 'cell', shapeId: 'shape:m', rowId: 'row1', columnId: 'column1' },
      { kind: 'cell', shapeId: 'shape:m', rowId: 'row1', columnId: 'column3' },
    ]);
  });

  it.each([
    [5, 3, false],
    [5, 4, true],
    [10, 6, false],
    [10, 7, true],
    [4, 4, false],
  ])('of %i rows, R in %i is an overload: %s', (rows, count, isOverload) => {
    const lines = Array.from({ length: rows }, (_, index) => [
      `Row ${index}`,
      index < count ? 'R' : 'I',
      'A',
      'R',
      '',
    ]);
    const found = check(metaOf(lines)).filter(({ code, targets }) => {
      const [target] = targets;
      return code === 'overload' && target?.kind === 'column' && target.columnId === 'column1';
    });
    expect(found.length > 0).toBe(isOverload);
  });

  it('a named person without a letter is told of, an empty column is not', () => {
    const lines = [
      ['Plan', 'A', '', 'R', ''],
      ['Build', 'R', '', 'A', ''],
    ];
    expect(check({ ...metaOf(lines), ...renameColumn('column2', 'Clerk') })).toMatchObject([
      { code: 'no-letter', values: { person: 'Clerk' } },
    ]);
  });

  it('letters of a removed row count no more', () => {
    const meta = metaOf([
      ['Plan', 'A', '', 'R', ''],
      ['Build', 'R', '', 'A', ''],
      ['Run', 'AA', 'A', '', ''],
    ]);
    expect(check({ ...meta, ...removeRow('row3') })).toEqual([]);
  });

  it('a partner that is not on the board is not spoken of', () => {
    const meta = { ...metaOf([['Plan', 'A', '', 'R', '']]), 'k:column1:partner': 'gone' };
    expect(check(meta).map(({ values }) => values?.['partner'])).toEqual(['Harbour', 'City']);
  });
});

describe('whatever stands in a matrix', () => {
  const matrix = fc
    .constantFrom(...variants)
    .chain((variant) =>
      fc.record({
        variant: fc.constant(variant),
        lines: fc.array(fc.array(cell(variant), { minLength: 4, maxLength: 4 }), {
          minLength: 1,
          maxLength: 7,
        }),
      }),
    )
    .map(({ lines, variant }) => ({
      variant,
      meta: metaOf(lines.map((line, row) => [`Row ${row}`, ...line])),
    }));

  it('the order of the keys in the meta changes nothing', () => {
    fc.assert(
      fc.property(matrix, fc.infiniteStream(fc.nat()), ({ meta, variant }, order) => {
        const keys = Object.keys(meta).map((key) => [order.next().value, key] as const);
        const shuffled = keys.toSorted(([one], [other]) => Number(one) - Number(other)).map(([, key]) => key);
        const again = Object.fromEntries(shuffled.map((key) => [key, meta[key] ?? null]));
        expect(check(again, variant)).toEqual(check(meta, variant));
      }),
    );
  });

  it('a row has an error about A exactly when it does not have one A, and about its doer when it has none', () => {
    fc.assert(
      fc.property(matrix, ({ meta, variant }) => {
        const found = check(meta, variant);
        const { cells, columns, rows } = parseMatrix(meta, variant);
        for (const row of cells.size === 0 ? [] : rows) {
          const letters = columns.flatMap(({ id }) => cells.get(row.id)?.get(id) ?? []);
          const count = (letter: string) => letters.filter((one) => one === letter).length;
          const own = found.filter(({ values }) => values?.['row'] === row.name).map(({ code }) => code);
          expect(own.includes('no-accountable')).toBe(count('A') === 0);
          expect(own.includes('two-accountable')).toBe(count('A') > 1);
          expect(own.includes('no-doer')).toBe(count(variant === 'daci' ? 'D' : 'R') === 0);
          expect(own.includes('two-doers')).toBe(variant === 'daci' && count('D') > 1);
          expect(own.includes('many-asked')).toBe(count('C') > 3);
        }
      }),
    );
  });

  it('an error about a row disappears when its cause is put right, and no other error comes of it', () => {
    fc.assert(
      fc.property(matrix, ({ meta, variant }) => {
        const { rows } = parseMatrix(meta, variant);
        const doer = variant === 'daci' ? 'D' : 'R';
        for (const row of rows) {
          const cells = [['A'], [doer], [], []] as MatrixLetter[][];
          const fixed = cells.map((letters, index) => setLetters(row.id, `column${index + 1}`, letters));
          const after = check(Object.assign({}, meta, ...fixed) as MetaPatch, variant);
          const codes = after.filter(({ values }) => values?.['row'] === row.name).map(({ code }) => code);
          expect(codes).toEqual(['one-partner-row']);
        }
      }),
    );
  });
});

function cell(variant: MatrixVariant): fc.Arbitrary<string> {
  return fc.subarray([...variantLetters[variant]]).map((letters) => letters.join(''));
}
