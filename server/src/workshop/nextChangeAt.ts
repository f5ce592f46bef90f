import type { WorkshopState } from '@common-ground/workshop';

/** When (server time, ms) time alone changes what people are shown, after `now`; null when it does not. */
export function nextChangeAt({ timer, discussion, escalation }: WorkshopState, now: number): number | null {
  const moments = [
    timer.kind === 'running' ? timer.deadlineAt : null,
    discussion.current?.deadlineAt ?? null,
    // Overdue is what is past its date.
    escalation.currentLevel === null ? null : (escalation.records.at(-1)?.dueAt ?? 0) + 1,
  ];
  const ahead = moments.filter((moment) => moment !== null && moment > now);
  return ahead.length === 0 ? null : Math.min(...ahead.map(Number));
}
