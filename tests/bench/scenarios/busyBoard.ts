import { DeliveryLog } from '../generator/DeliveryLog.ts';
import { GeneratorLoad } from '../generator/GeneratorLoad.ts';
import { forEachMark } from '../generator/marks.ts';
import { Pacer } from '../generator/Pacer.ts';
import { pause, until } from '../generator/pausing.ts';
import type { FanOutSizes } from '../sizes.ts';
import type { BoardHandle, RunningTarget } from '../targets/Target.ts';
import { noteIds } from '../wires/Wire.ts';
import { Crowd } from './Crowd.ts';
import type { Lab } from './Lab.ts';
import { layOutNotes } from './layOutNotes.ts';
import type { Measured } from './Scenario.ts';

/** Whoever is still not served this long after the last edit never will be in time. */
const graceMs = 3_000;
const connectAtOnce = 50;

/** Something that goes on beside the board's people while they are measured; it ends soon once it is over. */
export type Disturbance = (board: BoardHandle, isOver: () => boolean) => Promise<void>;

/** Writers move notes, everybody moves a cursor; measures from an edit's sending until each of the others has it. */
export async function runBusyBoard(
  lab: Lab,
  target: RunningTarget,
  sizes: FanOutSizes & { readonly clients: number },
  disturb: Disturbance | null = null,
): Promise<Measured> {
  const board = await target.newBoard();
  const log = new DeliveryLog(sizes.writers, sizes.clients);
  lab.keep(await layOutNotes(target, board, noteIds(sizes.writers)));
  const wire = target.wireOf(board);
  const onMessage = (reader: number, message: Buffer): void => {
    if (!wire.mayHoldEdits(message)) return;
    const nowMs = performance.now();
    forEachMark(message, (writer, seq) => log.seen(reader, writer, seq, nowMs));
  };
  const crowd = lab.keep(
    await Crowd.join({ target, board, count: sizes.clients, atOnce: connectAtOnce, onMessage }),
  );
  const streams = streamsOf(crowd, log, sizes);
  await play(streams, sizes.warmUpMs);
  const tidy = disturb !== null;
  const before = await target.usage({ tidy });
  let isOver = false;
  const disturbed = disturb?.(board, () => isOver);
  log.startMeasuring(performance.now());
  const load = new GeneratorLoad();
  await play(streams, sizes.measureMs);
  log.stopMeasuring(performance.now());
  const generatorCores = load.cores();
  await until(() => log.isComplete, graceMs);
  isOver = true;
  await disturbed;
  const after = await target.usage({ tidy });
  log.giveUp();
  return {
    p50Ms: log.latencies.percentile(0.5),
    p95Ms: log.latencies.percentile(0.95),
    p99Ms: log.latencies.percentile(0.99),
    maxMs: log.latencies.percentile(1),
    grownBytes: Math.max(0, after.usedBytes - before.usedBytes),
    grownRssBytes: Math.max(0, after.rssBytes - before.rssBytes),
    serverCores: (after.cpuMs - before.cpuMs) / (after.atMs - before.atMs),
    generatorCores,
    deliveries: log.latencies.count,
    missing: log.latencies.missing,
    cutOff: crowd.endings.length,
  };
}

/** Things that happen at a steady rate. */
interface Stream {
  readonly pacer: Pacer;
  send(): void;
}

function streamsOf(crowd: Crowd, log: DeliveryLog, sizes: FanOutSizes): Stream[] {
  const nowMs = performance.now();
  return [editStream(crowd, log, sizes, nowMs), cursorStream(crowd, sizes.cursorsPerSecond, nowMs)];
}

/** The writers take turns, so that their edits are spread over time as those of people are. */
export function editStream(
  crowd: Crowd,
  log: DeliveryLog,
  sizes: Pick<FanOutSizes, 'writers' | 'editsPerSecond' | 'warmUpMs' | 'measureMs'>,
  nowMs: number,
): Stream {
  const { editsPerSecond, measureMs, warmUpMs, writers } = sizes;
  // Some more than are due, for a generator that wakes late.
  const count = Math.ceil(((warmUpMs + measureMs) / 1_000 + 2) * editsPerSecond);
  const ids = noteIds(writers);
  const scripts = ids.map((id, writer) => crowd.wire.moves(writer, [id], count));
  let turn = 0;
  return {
    pacer: new Pacer(writers * editsPerSecond, nowMs),
    send: () => {
      const writer = turn % writers;
      const frame = scripts[writer]?.[Math.floor(turn / writers)];
      turn += 1;
      if (frame === undefined) return;
      log.sent(writer, performance.now());
      crowd.client(writer).send(frame);
    },
  };
}

function cursorStream(crowd: Crowd, cursorsPerSecond: number, nowMs: number): Stream {
  const cursors = crowd.clients.map((_, index) => crowd.wire.cursor(index));
  let turn = 0;
  return {
    pacer: new Pacer(crowd.clients.length * cursorsPerSecond, nowMs),
    send: () => {
      const index = turn % cursors.length;
      turn += 1;
      const frame = cursors[index]?.();
      if (frame !== undefined) crowd.client(index).send(frame);
    },
  };
}

/** Lets streams run for a while. */
export async function play(
  streams: readonly Stream[],
  durationMs: number,
  isOver = () => false,
): Promise<void> {
  const endMs = performance.now() + durationMs;
  while (performance.now() < endMs && !isOver()) {
    for (const stream of streams) {
      for (let due = stream.pacer.due(performance.now()); due > 0; due -= 1) stream.send();
    }
    await pause(1);
  }
}
