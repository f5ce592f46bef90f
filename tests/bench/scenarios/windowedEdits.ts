import { GeneratorLoad } from '../generator/GeneratorLoad.ts';
import { forEachMark } from '../generator/marks.ts';
import { until } from '../generator/pausing.ts';
import type { BoardHandle, RunningTarget } from '../targets/Target.ts';
import { Crowd } from './Crowd.ts';
import type { Lab } from './Lab.ts';
import type { Measured } from './Scenario.ts';

/** A writer who sends on as long as a reader keeps up. */
export interface WindowedEdits {
  readonly noteIds: readonly string[];
  readonly edits: number;
  /** How many edits the reader may not have yet. */
  readonly window: number;
  readonly limitMs: number;
}

/** How it went. */
export interface WindowedResult extends Measured {
  /** How many edits the reader has. */
  readonly arrived: number;
  /** Edits that arrived in one second, without those of the beginning. */
  readonly perSecond: number;
  readonly serverCores: number;
  readonly generatorCores: number;
}

const beginningEdits = 1_000;

/** One client moves notes, another reads; ends when all arrived or the time is up. */
export async function runWindowedEdits(
  lab: Lab,
  target: RunningTarget,
  board: BoardHandle,
  options: WindowedEdits,
): Promise<WindowedResult> {
  const { edits, limitMs, window } = options;
  let [sent, arrived] = [0, 0];
  let begunMs = Number.NaN;
  let begunAt = 0;
  let isSending = false;
  const onMessage = (index: number, message: Buffer): void => {
    if (index !== reader || !isSending) return;
    forEachMark(message, (_, seq) => {
      arrived = Math.max(arrived, seq + 1);
    });
    if (Number.isNaN(begunMs) && arrived >= Math.min(beginningEdits, edits / 2)) {
      [begunMs, begunAt] = [performance.now(), arrived];
    }
    sendOn();
  };
  const crowd = lab.keep(await Crowd.join({ target, board, count: 2, onMessage, keptBytes: 1024 * 1024 }));
  const frames = crowd.wire.moves(writer, options.noteIds, edits);
  const sendOn = (): void => {
    const next = frames.slice(sent, Math.min(edits, arrived + window));
    if (next.length === 0) return;
    sent += next.length;
    crowd.client(writer).send(Buffer.concat(next));
  };
  const before = await target.usage();
  const load = new GeneratorLoad();
  isSending = true;
  sendOn();
  await until(() => arrived >= edits || crowd.endings.length > 0, limitMs);
  const tookMs = performance.now() - begunMs;
  if (crowd.endings.length > 0) throw new Error(crowd.endings.join(' '));
  const generatorCores = load.cores();
  const after = await target.usage();
  return {
    arrived,
    perSecond: ((arrived - begunAt) / tookMs) * 1_000,
    serverCores: (after.cpuMs - before.cpuMs) / (after.atMs - before.atMs),
    generatorCores,
  };
}

const [writer, reader] = [0, 1];
