import { DeliveryLog } from '../generator/DeliveryLog.ts';
import { GeneratorLoad } from '../generator/GeneratorLoad.ts';
import { forEachMark } from '../generator/marks.ts';
import type { Sizes } from '../sizes.ts';
import type { BoardHandle, RunningTarget } from '../targets/Target.ts';
import { noteIds } from '../wires/Wire.ts';
import { editStream, play } from './busyBoard.ts';
import { Crowd } from './Crowd.ts';
import type { Lab } from './Lab.ts';
import { layOutNotes } from './layOutNotes.ts';
import type { Measured, Scenario } from './Scenario.ts';

const editing = { writers: 10, editsPerSecond: 20, warmUpMs: 500, measureMs: 40_000 } as const;
/** Enough to tell that it is the board. */
const keptBytes = 256;

/** Everybody comes at once to a large board: how long until all have it, while nobody edits and while others do. */
export const joinStorm: Scenario = {
  id: 'joinStorm',
  part: 'server',
  limitMs: 150_000,
  suits: () => true,
  run: async (lab, { joinStorm: sizes }) => {
    const target = await lab.start();
    const quiet = await stormOn(lab, target, await largeBoard(lab, target, sizes), sizes);
    const { busy, p95Ms, maxMs } = await stormWhileEditing(lab, target, sizes);
    return {
      ...quiet,
      busyAllInMs: busy['allInMs'] ?? Number.NaN,
      busyCpuMs: busy['cpuMs'] ?? Number.NaN,
      busyEditP95Ms: p95Ms,
      busyEditMaxMs: maxMs,
    };
  },
};

async function largeBoard(
  lab: Lab,
  target: RunningTarget,
  { notes }: Sizes['joinStorm'],
): Promise<BoardHandle> {
  const board = await target.newBoard();
  lab.keep(await layOutNotes(target, board, noteIds(notes)));
  return board;
}

async function stormOn(
  lab: Lab,
  target: RunningTarget,
  board: BoardHandle,
  { joiners }: Sizes['joinStorm'],
): Promise<Measured> {
  const addresses = await target.addressesOf(board, joiners);
  const before = await target.usage();
  const load = new GeneratorLoad();
  const startMs = performance.now();
  const crowd = lab.keep(
    await Crowd.joinBy(addresses, { target, board, count: joiners, first: editing.writers, keptBytes }),
  );
  const allInMs = performance.now() - startMs;
  const generatorCores = load.cores();
  const { cpuMs } = await target.usage();
  const boardBytes = Math.max(...crowd.clients.map(({ receivedBytes }) => receivedBytes));
  crowd.leave();
  return { allInMs, cpuMs: cpuMs - before.cpuMs, boardBytes, generatorCores };
}

/** The writers are measured among each other. */
async function stormWhileEditing(lab: Lab, target: RunningTarget, sizes: Sizes['joinStorm']) {
  const board = await largeBoard(lab, target, sizes);
  const log = new DeliveryLog(editing.writers, editing.writers);
  const onMessage = (reader: number, message: Buffer): void => {
    const nowMs = performance.now();
    forEachMark(message, (writer, seq) => log.seen(reader, writer, seq, nowMs));
  };
  const writers = lab.keep(await Crowd.join({ target, board, count: editing.writers, keptBytes, onMessage }));
  const streams = [editStream(writers, log, editing, performance.now())];
  await play(streams, editing.warmUpMs);
  log.startMeasuring(performance.now());
  let isOver = false;
  const playing = play(streams, editing.measureMs, () => isOver);
  const busy = await stormOn(lab, target, board, sizes);
  isOver = true;
  await playing;
  return { busy, p95Ms: log.latencies.percentile(0.95), maxMs: log.latencies.percentile(1) };
}
