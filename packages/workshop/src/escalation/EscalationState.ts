/** One rung: who decides, within how long. */
export interface Level {
  readonly title: string;
  readonly days: number;
}

/** That something was taken to a level. */
export interface EscalationRecord {
  /** Index into the ladder. */
  readonly level: number;
  readonly title: string;
  readonly why: string;
  /** What is settled, and what is open; empty for nothing. */
  readonly settled: string;
  readonly open: string;
  /** Server time, ms. */
  readonly at: number;
  /** Server time, ms, by which the level decides. */
  readonly dueAt: number;
}

/** The ladder and how far up a matter is. */
export interface EscalationState {
  readonly levels: readonly Level[];
  /** Index of the level that decides now; null while nothing is escalated. */
  readonly currentLevel: number | null;
  readonly records: readonly EscalationRecord[];
  /** How the last matter was settled; null while one is open or none was. */
  readonly settlement: { readonly note: string; readonly at: number } | null;
}

/** A day of a level's clock: whole days of 24 hours, because partners keep different working days. */
export const dayMs = 86_400_000;

/** The ladder a board begins with, titles to be changed by the group. */
export const defaultLadder: EscalationState = {
  levels: [
    { title: 'Working leads', days: 5 },
    { title: 'Sponsors', days: 10 },
    { title: 'Executives', days: 15 },
    { title: 'Outside mediator', days: 15 },
  ],
  currentLevel: null,
  records: [],
  settlement: null,
};
