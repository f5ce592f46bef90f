import type { Measured, Scenario } from '../scenarios/Scenario.ts';
import type { TargetName } from '../targets/Target.ts';

/** What came of one scenario at one server. */
export type Outcome =
  | { readonly kind: 'measured'; readonly measured: Measured }
  | { readonly kind: 'unsuited' }
  | { readonly kind: 'failed'; readonly reason: string };

/** One scenario at one server. */
export interface Finding {
  readonly scenarioId: string;
  readonly target: TargetName;
  readonly outcome: Outcome;
}

/** One line of a CPU profile's summary. */
export interface ProfileLine {
  /** Function and file. */
  readonly where: string;
  /** Part (0 to 1) of the time in which nothing was idle. */
  readonly part: number;
}

/** Where the time of a run on one server went. */
export interface ProfileSummary {
  readonly scenarioId: string;
  /** Whose time it was. */
  readonly part: Scenario['part'];
  /** Part (0 to 1) of the run in which it was not idle. */
  readonly busyPart: number;
  readonly lines: readonly ProfileLine[];
}

/** Where a run took place. */
export interface Machine {
  readonly cpuModel: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly platform: string;
  readonly node: string;
  /** Whether server and generator had a core each. */
  readonly hasSeparateCores: boolean;
}

/** Everything that one run of the benchmarks found. */
export interface Results {
  /** ISO date. */
  readonly date: string;
  readonly isQuick: boolean;
  readonly machine: Machine;
  /** The servers that took part, ours first, with their titles. */
  readonly targets: readonly { readonly name: TargetName; readonly title: string }[];
  readonly findings: readonly Finding[];
  readonly profiles: readonly ProfileSummary[];
}

/** What was measured for one scenario at one server; null when nothing was. */
export function measuredOf(
  { findings }: Pick<Results, 'findings'>,
  scenarioId: string,
  target: TargetName,
): Measured | null {
  const found = findings.find((finding) => finding.scenarioId === scenarioId && finding.target === target);
  return found?.outcome.kind === 'measured' ? found.outcome.measured : null;
}
