/** A date until which a step was open to people who come in their own time. */
export interface OpenDate {
  readonly stepKey: string;
  /** Server time, ms. */
  readonly until: number;
  /** When the group left the step, which is after the date; null while it is in it. Server time, ms. */
  readonly leftAt: number | null;
}

/**
 * The date that something made at a time (server time, ms) came after; null for what came in time. What is made once the group has
 * gone on belongs to another step.
 */
export function missedDate(dates: readonly OpenDate[], at: number): number | null {
  const missed = dates.findLast(({ leftAt, until }) => at > until && (leftAt === null || at <= leftAt));
  return missed?.until ?? null;
}

/** The dates once another one holds for the present step, or none. */
export function withDate(dates: readonly OpenDate[], stepKey: string, until: number | null): OpenDate[] {
  const past = dates.filter(({ leftAt }) => leftAt !== null);
  return until === null ? past : [...past, { stepKey, until, leftAt: null }];
}

/** The dates once the group has left its step; one that was not reached says nothing about anything. */
export function leftDates(dates: readonly OpenDate[], at: number): OpenDate[] {
  return dates
    .filter(({ leftAt, until }) => leftAt !== null || until < at)
    .map((date) => ({ ...date, leftAt: date.leftAt ?? at }));
}
