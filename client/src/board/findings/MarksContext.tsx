import type { Finding, Target } from '@common-ground/templates';
import { findingsByTarget, keyOfTarget } from '@common-ground/templates';
import { useValue } from '@tldraw/tldraw';
import { createContext, useContext, type ReactNode } from 'react';
import type { BoardMarks } from './BoardMarks.ts';

const Context = createContext<BoardMarks | null>(null);

/** Gives the board's marks to everything below. */
export function MarksProvider({ marks, children }: { marks: BoardMarks; children: ReactNode }) {
  return <Context value={marks}>{children}</Context>;
}

/** The board's marks; throws outside of a {@link MarksProvider}. */
export function useMarks(): BoardMarks {
  const marks = useContext(Context);
  if (marks === null) throw new Error('useMarks stands outside of MarksProvider');
  return marks;
}

/** The findings about one thing, and whether somebody was led to it. */
export function useMarkOf(target: Target): {
  readonly findings: readonly Finding[];
  readonly isHighlighted: boolean;
} {
  const { findings, highlighted } = useMarks();
  const key = keyOfTarget(target);
  const found = useValue('findings of a target', () => findingsByTarget(findings.get()).get(key), [
    findings,
    key,
  ]);
  const isHighlighted = useValue(
    'target is highlighted',
    () => highlighted.get().some((one) => keyOfTarget(one) === key),
    [highlighted, key],
  );
  return { findings: found ?? none, isHighlighted };
}

const none: readonly Finding[] = [];
