import type { PartnerId } from '@common-ground/protocol';
import type { Finding, Target } from '../../findings/Finding.ts';
import { findingsByTarget, keyOfTarget, spokenFindings } from '../../findings/marks.ts';
import { matrixFindings } from '../matrixRules.ts';

/** What stands at a place of the table besides its letters. */
export interface Mark {
  readonly findings: readonly Finding[];
  /** The findings as a screen reader says them; empty without any. */
  readonly spoken: string;
  /** Whether somebody was led here just now. */
  readonly isHighlighted: boolean;
}

/** The marks of a row and its cells. */
export interface RowMarks {
  readonly row: Mark;
  /** By column; cells without a mark are missing. */
  readonly cells: ReadonlyMap<string, Mark>;
  /** The same string means the same marks. */
  readonly signature: string;
}

/** The marks of a matrix by place. */
export interface MatrixMarks {
  readonly inRow: (rowId: string) => RowMarks;
  readonly column: (columnId: string) => Mark;
  readonly partner: (partnerId: PartnerId) => Mark;
}

/** A place without a mark. */
export const noMark: Mark = { findings: [], spoken: '', isHighlighted: false };
const onlyHighlighted: Mark = { ...noMark, isHighlighted: true };
const noRowMarks: RowMarks = { row: noMark, cells: new Map(), signature: '' };

/** Sorts the board's findings to the places of one matrix; those of a partner stand at the head of its columns. */
export function matrixMarks(
  shapeId: string,
  findings: readonly Finding[],
  highlighted: readonly Target[],
  language: string,
): MatrixMarks {
  // A partner is spoken of by every template, here only as far as the matrix is meant.
  const own = findings.filter(({ code }) => Object.hasOwn(matrixFindings, code));
  const byTarget = findingsByTarget(own);
  const highlightedKeys = new Set(highlighted.map(keyOfTarget));
  const markOf = (target: Target): Mark => {
    const key = keyOfTarget(target);
    const found = byTarget.get(key);
    const isHighlighted = highlightedKeys.has(key);
    if (found === undefined) return isHighlighted ? onlyHighlighted : noMark;
    return { findings: found, spoken: spokenFindings(found, language), isHighlighted };
  };
  const rows = new Map<string, Map<string, Mark>>();
  for (const target of [...own.flatMap(({ targets }) => targets), ...highlighted]) {
    if (!('rowId' in target) || target.shapeId !== shapeId) continue;
    const row = rows.get(target.rowId) ?? new Map<string, Mark>();
    rows.set(target.rowId, row.set(target.kind === 'cell' ? target.columnId : '', markOf(target)));
  }
  const byRow = new Map([...rows].map(([rowId, marks]) => [rowId, rowMarksOf(marks)]));
  return {
    inRow: (rowId) => byRow.get(rowId) ?? noRowMarks,
    column: (columnId) => markOf({ kind: 'column', shapeId, columnId }),
    partner: (partnerId) => markOf({ kind: 'partner', partnerId }),
  };
}

/** @param marks by column; the row's own under an empty id */
function rowMarksOf(marks: ReadonlyMap<string, Mark>): RowMarks {
  const cells = new Map([...marks].filter(([columnId]) => columnId !== ''));
  const signature = [...marks]
    .map(([columnId, { findings, isHighlighted, spoken }]) =>
      [columnId, findings.length, isHighlighted, spoken].join('\t'),
    )
    .toSorted()
    .join('\n');
  return { row: marks.get('') ?? noMark, cells, signature };
}
