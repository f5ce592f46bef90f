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

/** The marks of a matrix by place. */
export interface MatrixMarks {
  readonly cell: (rowId: string, columnId: string) => Mark;
  readonly row: (rowId: string) => Mark;
  readonly column: (columnId: string) => Mark;
  readonly partner: (partnerId: PartnerId) => Mark;
}

/** Sorts the board's findings to the places of one matrix; those of a partner stand at the head of its columns. */
export function matrixMarks(
  shapeId: string,
  findings: readonly Finding[],
  highlighted: readonly Target[],
  language: string,
): MatrixMarks {
  // A partner is spoken of by every template, here only as far as the matrix is meant.
  const byTarget = findingsByTarget(findings.filter(({ code }) => Object.hasOwn(matrixFindings, code)));
  const highlightedKeys = new Set(highlighted.map(keyOfTarget));
  const markOf = (target: Target): Mark => {
    const key = keyOfTarget(target);
    const found = byTarget.get(key);
    const isHighlighted = highlightedKeys.has(key);
    if (found === undefined) return isHighlighted ? onlyHighlighted : noMark;
    return { findings: found, spoken: spokenFindings(found, language), isHighlighted };
  };
  return {
    cell: (rowId, columnId) => markOf({ kind: 'cell', shapeId, rowId, columnId }),
    row: (rowId) => markOf({ kind: 'row', shapeId, rowId }),
    column: (columnId) => markOf({ kind: 'column', shapeId, columnId }),
    partner: (partnerId) => markOf({ kind: 'partner', partnerId }),
  };
}

const noMark: Mark = { findings: [], spoken: '', isHighlighted: false };
const onlyHighlighted: Mark = { ...noMark, isHighlighted: true };
