import type { Scenario } from '../scenarios/Scenario.ts';
import type { ProfileLine, ProfileSummary } from './Results.ts';

/** The part of a `.cpuprofile` (Chrome DevTools protocol, Profiler.Profile) that is used. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  /** Ids of the nodes on top at each tick. */
  readonly samples: readonly number[];
  /** µs before each tick. */
  readonly timeDeltas: readonly number[];
}

const idle = '(idle)';
/** Turning the profiler on is work of its own, and none of the server's. */
const profilerUrl = 'node:inspector';

/** Adds up where the time of a server or page went, by function, the most first; paths are those within the project. */
export function summariseProfiles(
  profiles: readonly CpuProfile[],
  { id, part }: Pick<Scenario, 'id' | 'part'>,
  lines: number,
): ProfileSummary {
  const spent = new Map<string, number>();
  for (const profile of profiles) addUp(profile, spent);
  const total = sum(spent.values());
  const busy = total - (spent.get(idle) ?? 0);
  const busiest: ProfileLine[] = [...spent]
    .filter(([where]) => where !== idle)
    .map(([where, us]) => ({ where, part: us / busy }))
    .toSorted((a, b) => b.part - a.part)
    .slice(0, lines);
  return { scenarioId: id, part, busyPart: total === 0 ? 0 : busy / total, lines: busiest };
}

function addUp({ nodes, samples, timeDeltas }: CpuProfile, spent: Map<string, number>): void {
  const nameOf = new Map(nodes.map(({ callFrame, id }) => [id, whereOf(callFrame)]));
  for (const [tick, id] of samples.entries()) {
    const where = nameOf.get(id) ?? '(unknown)';
    spent.set(where, (spent.get(where) ?? 0) + (timeDeltas[tick] ?? 0));
  }
}

function whereOf({ functionName, url }: CpuProfile['nodes'][number]['callFrame']): string {
  if (url === profilerUrl) return idle;
  const name = functionName === '' ? 'a function' : functionName;
  return url === '' ? name : `${name} (${shortPath(url)})`;
}

/** `package/path` for a library, else the path below the project. */
function shortPath(url: string): string {
  const library = url.split('/node_modules/').at(-1);
  if (library !== undefined && library !== url) return library;
  return /(?:packages|server|tests)\/.*$/.exec(url)?.[0] ?? url.split('/').at(-1) ?? url;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
