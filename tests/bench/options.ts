import type { Result } from '@common-ground/protocol';
import { fail, ok } from '@common-ground/protocol';
import { scenarios } from './scenarios/scenarios.ts';

/** What `pnpm bench` was asked for. */
export interface Options {
  /** Tiny sizes, to see that everything runs. */
  readonly isQuick: boolean;
  /** Leave out the other servers. */
  readonly isOursOnly: boolean;
  /** Ids of the scenarios to run, in the order of the report. */
  readonly scenarioIds: readonly string[];
}

/** How to call it, for whoever got it wrong. */
export const usage = `pnpm bench [--quick] [--ours] [--only=<scenario>,…]

  --quick  tiny sizes, to see that everything runs; the figures mean nothing
  --ours   without the other servers
  --only   some scenarios: ${scenarios.map(({ id }) => id).join(', ')}
  --help   this

Only a whole run writes docs/BENCHMARKS.md; any other prints its report.`;

/** Reads the arguments behind the script's name; fails with a sentence. */
export function parseOptions(args: readonly string[]): Result<Options, string> {
  const known = scenarios.map(({ id }) => id);
  let [isQuick, isOursOnly, wanted] = [false, false, known];
  for (const arg of args) {
    if (arg === '--quick') isQuick = true;
    else if (arg === '--ours') isOursOnly = true;
    else if (arg.startsWith('--only=')) wanted = arg.slice('--only='.length).split(',');
    else return fail(`${arg} is not an option.`);
  }
  const unknown = wanted.find((id) => !known.includes(id));
  if (unknown !== undefined) return fail(`There is no scenario ${JSON.stringify(unknown)}.`);
  return ok({ isQuick, isOursOnly, scenarioIds: known.filter((id) => wanted.includes(id)) });
}

/** Whether the report of such a run may stand in docs/BENCHMARKS.md. */
export function isWhole({ isOursOnly, isQuick, scenarioIds }: Options): boolean {
  return !isQuick && !isOursOnly && scenarioIds.length === scenarios.length;
}
