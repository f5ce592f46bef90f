import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { renderCsv } from './renderCsv.ts';

const bom = '\uFEFF';

describe('a table as CSV', () => {
  it('quotes what needs it, ends lines by CRLF, and leaves nothing empty', () => {
    const rows = [
      ['a,b', 'say "x"', 'two\nlines'],
      ['', null, -2],
    ];
    expect(renderCsv({ columns: ['One', 'Two', 'Three'], rows })).toBe(
      `${bom}One,Two,Three\r\n"a,b","say ""x""","two\nlines"\r\n,,-2\r\n`,
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '＋1', '－1', '＠x', '\n=1'])(
    'keeps %j from being a formula',
    (text) => {
      const [row] = Papa.parse<string[]>(renderCsv({ columns: [text], rows: [] }).slice(1)).data;
      expect(row?.[0]).toBe(`'${text}`);
    },
  );

  it('gives back every text as it was, but for that apostrophe', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ';', '\t', '=', '-', ' ') });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (columns) => {
        const [row = []] = Papa.parse<string[]>(renderCsv({ columns, rows: [] }).slice(1), {
          delimiter: ',',
          newline: '\r\n',
        }).data;
        expect(row.map((cell) => cell.replace(/^'/u, ''))).toEqual(columns);
        expect(row.filter((cell) => /^\s*[=+\-@]/u.test(cell))).toEqual([]);
      }),
    );
  });
});
