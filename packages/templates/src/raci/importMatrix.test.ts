import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCsv } from '../report/renderCsv.ts';
import { partnersNamed } from '../testing/TestBoard.ts';
import { createTranslate } from '../translate.ts';
import { importMatrix } from './importMatrix.ts';
import { parseMatrix } from './matrix.ts';
import { renameColumn, renameRow, setLetters, startMatrix } from './matrixEdits.ts';
import type { MetaPatch } from './matrixKeys.ts';
import { exportMatrix } from './matrixTable.ts';
import { copyBlock, pasteBlock } from './pasteBlock.ts';
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
  const { ignored, patch } = importMatrix(parseMatrix(meta, 'raci'), text, { partners, newId: ids() });
  return { ignored, table: tableOf({ ...meta, ...patch }) };
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
    const { ignored, table } = imported(csv);
    expect(table).toEqual([
      ['Work', 'Mayor (Harbour)', 'Clerk (City (North))', 'Guest (Nobody)'],
      ['Plan', 'A', 'R', ''],
      ['Build', 'RC', '', 'I'],
      ['Run', '', 'A', 'R'],
    ]);
    expect(ignored).toEqual(['x']);
  });

  it('fills what has the same name, in whatever case, and clears what the table has empty', () => {
    const meta = {
      ...empty,
      ...renameRow('row2', 'plan'),
      ...renameColumn('column1', 'MAYOR'),
      ...setLetters('row2', 'column1', ['I']),
    };
    const { table } = imported('Work,Mayor (Harbour)\nPlan,\n', meta);
    expect(table).toEqual([
      ['Work', 'MAYOR (Harbour)'],
      ['plan', ''],
    ]);
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
    expect([...matrix.cells.values()]).toEqual([['R'], ['A'], ['A'], ['R']]);
  });

  it('names columns from a column’s head on', () => {
    const { matrix } = pasted({ row: -1, column: 0 }, [
      ['Head', 'Clerk'],
      ['A', 'R'],
    ]);
    expect(matrix.columns.map(({ name }) => name)).toEqual(['Head', 'Clerk']);
    expect([...matrix.cells]).toEqual([
      ['c:row1:column1', ['A']],
      ['c:row1:column2', ['R']],
    ]);
  });

  it('gives back what was copied', () => {
    const meta = {
      ...named,
      ...setLetters('row1', 'column1', ['A', 'R']),
      ...setLetters('row2', 'column2', ['I']),
    };
    const matrix = parseMatrix(meta, 'raci');
    expect(copyBlock(matrix, { row: 0, column: 0 })).toEqual([['RA']]);
    expect(copyBlock(matrix, { row: 0, column: -1 })).toEqual([['Plan', 'RA', '']]);
    expect(copyBlock(matrix, { row: -1, column: 0 })).toEqual([['Mayor'], ['RA'], ['']]);
    const block = parseTable(formatBlock(copyBlock(matrix, { row: 1, column: 1 })));
    expect(pasteBlock(matrix, { row: 0, column: 1 }, block, ids()).patch).toEqual({ 'c:row1:column2': 'I' });
  });
});

function tidy(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^'(?=\s*=)/u, '');
}
