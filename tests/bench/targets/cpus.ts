import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Which core the servers and which the generator run on; null where they cannot be told apart. */
export interface CpuPlan {
  readonly server: number;
  readonly generator: number;
  /** Both and all others, as `taskset` names them. */
  readonly all: string;
}

/**
 * Gives server and generator a core each, and moves this process, the generator, to its own. Null without `taskset`,
 * without /proc, or with a single core; then the operating system decides, and figures are worth less.
 */
export function separateCores(): CpuPlan | null {
  const plan = planOf(allowedCpus());
  if (plan === null) return null;
  const moved = spawnSync('taskset', ['-a', '-c', '-p', String(plan.generator), String(process.pid)]);
  return moved.status === 0 ? plan : null;
}

/** Reads a list of the kernel's, such as `0-3,8`. */
export function parseCpuList(list: string): number[] {
  return list
    .trim()
    .split(',')
    .filter(Boolean)
    .flatMap((range) => {
      const [first = Number.NaN, last = first] = range.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
}

/** The first core for the server, the last for the generator; null when there is only one. */
export function planOf(cpus: readonly number[]): CpuPlan | null {
  const [server] = cpus;
  const generator = cpus.at(-1);
  return server === undefined || generator === undefined || server === generator
    ? null
    : { server, generator, all: cpus.join(',') };
}

function allowedCpus(): number[] {
  const file = '/proc/self/status';
  if (!existsSync(file)) return [];
  return parseCpuList(/^Cpus_allowed_list:\s*(.+)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '');
}
