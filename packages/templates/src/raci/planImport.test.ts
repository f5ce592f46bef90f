import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCsv } from '../report/renderCsv.ts';
import { partnersNamed } from '../testing/TestBoard.ts';
import { createTranslate } from '../translate.ts';
import { planImport } from './planImport.ts';
import { parseMatrix } from './matrix.ts';
import { renameColumn, renameRow, setLetters, startMatrix } from './matrixEdits.ts';
import type { MetaPatch } from './matrixKeys.ts';
import { exportMatrix } from './matrixTable.ts';
import { pasteBlock } from './pasteBlock.ts';
import { parseLetters } from './parseLetters.ts';
import { formatBlock, parseTable } from './parseTable.ts';
import { texts } from './texts.ts';

const partners = partnersNamed('Harbour', 'City (North)');
const [harbour = null, city = null] = partners.map(({ id }) => id);
const t = createTranslate(texts, 'en');
const empty = startMatrix(2, [harbour, city]);

function ids() {
  let count = 0;
  return () => `new${(count += 1)}`;
}

function tableOf(meta: MetaPatch) {
  const { columns, rows } = exportMatrix(parseMatrix(meta, 'raci'), partners, t);
  return [columns, ...rows];
}

/** The matrix after an import, as a table. */
function imported(text: string, meta: MetaPatch = empty) {
  const plan = planImport(parseMatrix(meta, 'raci'), text, { partners, newId: ids() });
  return { plan, table: tableOf({ ...meta, ...plan.patch }) };
}

describe('reading a table', () => {
  it.each<[name: string, text: string, expected: string[][]]>([
    [
      'tabs',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['tabs and commas', 'a, b\tc\n', [['a, b', 'c']]],
    [
      'commas',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['semicolons', 'a;b,c;d\n', [['a', 'b,c', 'd']]],
    ['quotes', '"a\tb"\t"say ""x"""\r\n', [['a b', 'say "x"']]],
    ['line breaks in a cell', '"a\nb"\tc', [['a b', 'c']]],
    [
      'an inch mark',
      '"5 inch pipe\tR\nlid\tA',
      [
        ['"5 inch pipe', 'R'],
        ['lid', 'A'],
      ],
    ],
    ['a byte order mark', '\uFEFFa,b', [['a', 'b']]],
    [
      'old line ends',
      'a\tb\rc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a guarded formula', "'=SUM(A1)\tR", [['=SUM(A1)', 'R']]],
    ['empty cells', '\tR\n\t', [['', 'R']]],
    ['one cell', 'R', [['R']]],
    ['nothing', '', []],
  ])('with %s', (_name, text, expected) => {
    expect(parseTable(text)).toEqual(expected);
  });

  it('reads back every block that is written, but for spaces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'R', '"', '\t', ',', ';', '\n', "'", '=') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (block) => {
        const expected = block.map((row) => row.map(tidy));
        const read = parseTable(formatBlock(block));
        while (expected.at(-1)?.every((text) => text === '') === true) expected.pop();
        while (read.at(-1)?.every((text) => text === '') === true) read.pop();
        expect(read).toEqual(expected);
      }),
    );
  });
});

describe('letters in words', () => {
  it.each([
    ['R', 'R'],
    ['ra', 'RA'],
    ['A / R', 'RA'],
    ['Responsible', 'R'],
    ['Accountable, consulted', 'AC'],
    ['', ''],
    ['–', ''],
    ['X', null],
    ['R X', null],
    ['yes', null],
  ])('“%s” is %s', (text, expected) => {
    expect(parseLetters(text, 'raci')?.join('') ?? null).toBe(expected);
  });

  it('are those of the variant', () => {
    expect(parseLetters('driver, approver', 'daci')).toEqual(['D', 'A']);
    expect(parseLetters('S', 'raci')).toBeNull();
    expect(parseLetters('supports', 'rasci')).toEqual(['S']);
  });
});

describe('importing a table', () => {
  const csv =
    'Work,Mayor (Harbour),Clerk (City (North)),Guest (Nobody)\r\nPlan,A,R,\r\nBuild,"R, C",x,I\r\nRun,,A,R\r\n';

  it('names empty lines, adds others, and says what it could not read', () => {
    const { plan, table } = imported(csv);
    expect(table).toEqual([
      ['Work', 'Mayor (Harbour)', 'Clerk (City (North))', 'Guest (Nobody)'],
      ['Plan', 'A', 'R', ''],
      ['Build', 'RC', '', 'I'],
      ['Run', '', 'A', 'R'],
    ]);
    expect(plan.problems).toEqual([{ code: 'no-letters', line: 3, column: 3, text: 'x' }]);
    expect(plan.addedRows).toEqual(['Plan', 'Build', 'Run']);
    expect(plan.addedColumns).toEqual(['Mayor', 'Clerk', 'Guest (Nobody)']);
    expect(plan.filledCount).toBe(6);
  });

  it('says where a file is no table, or has more than a matrix holds', () => {
    expect(imported('').plan.problems).toEqual([{ code: 'empty', line: 1, column: 1, text: '' }]);
    const rows = Array.from({ length: 502 }, (_, index) => `row ${index},A`).join('\n');
    expect(imported(`Work,Mayor\n${rows}`).plan.problems).toEqual([
      { code: 'too-many-rows', line: 502, column: 1, text: 'row 500' },
    ]);
    const columns = Array.from({ length: 61 }, (_, index) => `role ${index}`).join(',');
    expect(imported(`Work,${columns}\nPlan`).plan.problems).toEqual([
      { code: 'too-many-columns', line: 1, column: 62, text: 'role 60' },
    ]);
  });

  it('fills what has the same name, in whatever case, and keeps what the matrix has otherwise until somebody wants it replaced', () => {
    const meta = {
      ...empty,
      ...renameRow('row2', 'plan'),
      ...renameColumn('column1', 'MAYOR'),
      ...setLetters('row2', 'column1', ['I']),
    };
    const kept = [
      ['Work', 'MAYOR (Harbour)'],
      ['plan', 'I'],
    ];
    expect(imported('Work,Mayor (Harbour)\nPlan,\n', meta).table).toEqual(kept);
    const { plan, table } = imported('Work,Mayor (Harbour)\nPlan,A\n', meta);
    expect(table).toEqual(kept);
    expect(plan.replaced).toEqual([{ row: 'Plan', column: 'Mayor', before: ['I'], after: ['A'] }]);
    expect(tableOf({ ...meta, ...plan.patch, ...plan.replacing }).at(-1)).toEqual(['plan', 'A']);
  });

  it('takes back what was exported, also names that look like formulas', () => {
    const name = fc
      .string({
        unit: fc.constantFrom('a', 'b', '=', '+', ',', '"', '(', ')', ';', '’'),
        minLength: 1,
        maxLength: 6,
      })
      .filter((text) => !text.startsWith("'"));
    const letters = fc.subarray(['R', 'A', 'C', 'I'] as const);
    fc.assert(
      fc.property(name, name, letters, letters, (row, column, one, other) => {
        const meta = {
          ...empty,
          ...renameRow('row1', row),
          ...renameRow('row2', `${row} too`),
          ...renameColumn('column1', column),
          ...renameColumn('column2', column),
          ...setLetters('row1', 'column1', one),
          ...setLetters('row2', 'column2', other),
        };
        const exported = exportMatrix(parseMatrix(meta, 'raci'), partners, t);
        expect(imported(renderCsv(exported)).table).toEqual(tableOf(meta));
      }),
    );
  });
});

describe('pasting a block', () => {
  const named = { ...empty, ...renameRow('row1', 'Plan'), ...renameColumn('column1', 'Mayor') };
  const pasted = (at: { row: number; column: number }, block: string[][]) => {
    const { ignored, patch } = pasteBlock(parseMatrix(named, 'raci'), at, block, ids());
    return { ignored, patch, matrix: parseMatrix({ ...named, ...patch }, 'raci') };
  };

  it('fills letters from the cell on, clears by empty cells, and leaves out what has no place', () => {
    const { ignored, patch } = pasted({ row: 0, column: 1 }, [['A', 'R'], ['']]);
    expect(patch).toEqual({ 'c:row1:column2': 'A', 'c:row2:column2': null });
    expect(ignored).toEqual(['R']);
  });

  it('names rows from a row’s head on, and adds rows at the end', () => {
    const { matrix } = pasted({ row: 1, column: -1 }, [
      ['Build', 'R', 'A'],
      ['Run', 'A', ''],
      ['Stop', '', 'R'],
    ]);
    expect(matrix.rows.map(({ name }) => name)).toEqual(['Plan', 'Build', 'Run', 'Stop']);
    expect([...matrix.cells.values()].flatMap((row) => [...row.values()])).toEqual([
      ['R'],
      ['A'],
      ['A'],
      ['R'],
    ]);
  });

  it('names columns from a column’s head on', () => {
    const { matrix } = pasted({ row: -1, column: 0 }, [
      ['Head', 'Clerk'],
      ['A', 'R'],
    ]);
    expect(matrix.columns.map(({ name }) => name)).toEqual(['Head', 'Clerk']);
    expect([...matrix.cells].map(([row, cells]) => [row, [...cells]])).toEqual([
      [
        'row1',
        [
          ['column1', ['A']],
          ['column2', ['R']],
        ],
      ],
    ]);
  });
});

function tidy(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^'(?=\s*=)/u, '');
}
