import type { BoardState, Finding, Target } from '@common-ground/templates';
import type { WidgetOptions } from '@common-ground/templates/client';
import { atom, type Atom } from '@tldraw/tldraw';

/** What is marked on a board: the findings of its rules, and what somebody is led to. */
export interface BoardMarks {
  /** As far as this person is told, the gravest first. */
  readonly findings: Atom<readonly Finding[]>;
  /** The board as rules and reports read it; null until it was read, and where there are no templates. */
  readonly state: Atom<BoardState | null>;
  /** What the person was led to, until they do something else. */
  readonly highlighted: Atom<readonly Target[]>;
  /** What the templates' widgets take from the board, the marks included. */
  readonly widgetOptions: WidgetOptions;
}

/** A board on which nothing is marked yet. */
export function createBoardMarks(board: Omit<WidgetOptions, 'findings' | 'highlighted'>): BoardMarks {
  const findings = atom<readonly Finding[]>('findings', []);
  const state = atom<BoardState | null>('board state', null);
  const highlighted = atom<readonly Target[]>('highlighted', []);
  const widgetOptions = {
    ...board,
    findings: () => findings.get(),
    highlighted: () => highlighted.get(),
  };
  return { findings, state, highlighted, widgetOptions };
}
