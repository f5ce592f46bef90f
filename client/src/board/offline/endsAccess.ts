import type { Problem } from '../../errors/Problem.ts';

/** Whether a problem means that the person may not see the board any longer. */
export function endsAccess(problem: Problem): boolean {
  if (problem.kind === 'closed')
    return ['removed', 'link-revoked', 'link-withdrawn'].includes(problem.reason);
  return (
    problem.kind === 'refused' &&
    ['removed', 'link_revoked', 'link_withdrawn', 'board_or_link_unknown'].includes(problem.code)
  );
}
