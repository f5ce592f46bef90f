import type { Sizes } from '../sizes.ts';
import type { Target } from '../targets/Target.ts';
import type { Lab } from './Lab.ts';

/** What a scenario found, by name; units stand in the names. `Infinity`: it never happened. */
export type Measured = Readonly<Record<string, number>>;

/** One thing that is measured at every server, or at the page of every server that has one. */
export interface Scenario {
  readonly id: string;
  /** Longest time it may take at one server. */
  readonly limitMs: number;
  /** False where it makes no sense; the report shows a dash then. */
  suits(target: Target): boolean;
  /** Whose time it is about; a profile shows where that goes. */
  readonly part: 'server' | 'page';
  /** What is enough to see where the time goes, where that is less. */
  profiledSizes?(sizes: Sizes): Sizes;
  run(lab: Lab, sizes: Sizes): Promise<Measured>;
}
