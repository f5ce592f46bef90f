import type { PartnerId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import { renderCsv } from '../report/renderCsv.ts';
import { tablesOf } from '../report/Report.ts';
import { linesOfText, markdownOf } from '../testing/markdownOf.ts';
import { TestBoard } from '../testing/TestBoard.ts';
import { raci } from './index.ts';
import { renameColumn, renameRow, setLetters, settleCell, setView } from './matrixEdits.ts';

const harbour = 'harbour' as PartnerId;
const city = 'city' as PartnerId;

describe('the report of a RACI mapping', () => {
  const board = new TestBoard(raci);
  board.patch(
    'matrix',
    renameRow('row1', '=Plan'),
    renameRow('row2', 'Build'),
    renameColumn('column1', 'Mayor'),
    renameColumn('column3', 'Clerk'),
    settleCell('row1', 'column1', ['A']),
    setLetters('row1', 'column3', ['R']),
    setLetters('row2', 'column1', ['R']),
    setView(harbour, 'row1', 'column1', ['A']),
    setView(city, 'row1', 'column1', ['R']),
    setView(harbour, 'row1', 'column3', ['R']),
    setView(city, 'row1', 'column3', ['R']),
    setView(city, 'row2', 'column3', ['A']),
  );
  board.note('questions', 'Who runs it?');

  it('has the matrix, each person’s list, the differences and the open findings', () => {
    expect(markdownOf(board)).toBe(
      linesOfText(
        '# A board',
        '',
        '2026-11-24 09:00 UTC',
        '',
        '## Who took part',
        '',
        '- Harbour',
        '- City',
        '',
        '## RACI mapping',
        '',
        '#### RACI matrix',
        '',
        '| Work | Mayor (Harbour) | Clerk (City) |',
        '| --- | --- | --- |',
        '| =Plan | A | R |',
        '| Build | R |  |',
        '',
        '### Mayor (Harbour)',
        '',
        '- Responsible: Build',
        '- Accountable: =Plan',
        '',
        '### Clerk (City)',
        '',
        '- Responsible: =Plan',
        '',
        '### How the partners saw it',
        '',
        'The partners’ own views agreed on 33 % of the cells that anybody had filled in.',
        '',
        '#### Where they differed',
        '',
        '| Work | Person or role | Harbour | City | Settled on |',
        '| --- | --- | --- | --- | --- |',
        '| =Plan | Mayor | A | R | A |',
        '| Build | Clerk | nothing | A | open |',
        '',
        '### Questions to settle',
        '',
        '- Who runs it?',
        '',
        '### Still open',
        '',
        '- Error: Nobody is accountable for “Build”. Give the A to exactly one person.',
        '- Insight: All letters of “Build” lie with Harbour. Ask whether it is joint work; if not, it need not be in this matrix.',
        '- Insight: City is accountable for nothing. Ask whether that is meant.',
        '- Insight: Harbour is accountable for everything. Ask which part of it another partner can answer for.',
      ),
    );
  });

  it('has the matrix as CSV that no spreadsheet takes for a formula', () => {
    const [matrix] = tablesOf(raci.report(board.state()));
    expect(matrix && renderCsv(matrix)).toBe(
      '\uFEFFWork,Mayor (Harbour),Clerk (City)\r\n"\'=Plan",A,R\r\nBuild,R,\r\n',
    );
  });
});
