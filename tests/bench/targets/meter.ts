import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { collectGarbage } from './collectGarbage.ts';

/* Loaded into every server that is measured (`node --import`), whoever wrote it; answers what it has used so far. */

/** What a server has used. */
export interface Usage {
  /** Processor time of all its threads since it started. */
  readonly cpuMs: number;
  /** When this was, ms on a clock that only runs within one process. */
  readonly atMs: number;
  /** Memory the operating system gives it. */
  readonly rssBytes: number;
  /** Memory its objects and buffers take. */
  readonly usedBytes: number;
}

/** A question to the meter, and its answer. */
export interface UsageRequest {
  readonly type: 'usage';
  /** Collect garbage first. */
  readonly tidy: boolean;
}

export interface UsageAnswer {
  readonly type: 'usage';
  readonly usage: Usage;
}

/** Set when the time between the first and second question, the third and fourth and so on is to be profiled. */
const profileDir = process.env['BENCH_PROFILE_DIR'] ?? null;
let profiler: Session | null = null;
let spans = 0;

process.on('message', (message) => {
  if (!isUsageRequest(message)) return;
  if (message.tidy) collectGarbage();
  const answer: UsageAnswer = { type: 'usage', usage: measure() };
  if (profileDir === null) process.send?.(answer);
  else void turnProfiler(profileDir).then(() => process.send?.(answer));
});
// The benchmark may be gone without a goodbye; then nobody needs this server any more.
process.on('disconnect', () => process.exit());
// Being measured keeps no server running.
process.channel?.unref();

async function turnProfiler(folder: string): Promise<void> {
  if (profiler === null) {
    profiler = new Session();
    profiler.connect();
    await profiler.post('Profiler.enable');
    await profiler.post('Profiler.start');
    return;
  }
  const { profile } = await profiler.post('Profiler.stop');
  profiler.disconnect();
  profiler = null;
  spans += 1;
  await writeFile(join(folder, `${process.pid}-${spans}.cpuprofile`), JSON.stringify(profile));
}

function measure(): Usage {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return {
    cpuMs: (user + system) / 1_000,
    atMs: performance.now(),
    rssBytes: rss,
    usedBytes: heapUsed + external,
  };
}

function isUsageRequest(message: unknown): message is UsageRequest {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'usage';
}
