import type { Problem } from '../errors/Problem.ts';
import type { BoardSession } from '../session/boardSessions.ts';
import { BoardSkeleton } from './chrome/BoardSkeleton.tsx';

/** What the board's page is given by its route. */
export interface BoardPageProps {
  readonly session: BoardSession;
  /** The board was just created: show its links. */
  readonly openShare: boolean;
  /** Leaves the board for the problem's own page. */
  readonly onProblem: (problem: Problem) => void;
}

/** The board: canvas and everything around it. */
export function BoardPage(_props: BoardPageProps) {
  return <BoardSkeleton />;
}
