import { pause } from '../generator/pausing.ts';
import type { BoardHandle, RunningTarget } from '../targets/Target.ts';
import { seederClient, type Place } from '../wires/Wire.ts';
import { Crowd } from './Crowd.ts';

const withinMs = 60_000;
const lookEveryMs = 100;
/** Until the rest of an answer of several messages is there. */
const answerSettlesMs = 50;

/** Puts notes on a board and waits until newcomers get them. Whoever did it stays, so that the board stays loaded. */
export async function layOutNotes(
  target: RunningTarget,
  board: BoardHandle,
  ids: readonly string[],
): Promise<Crowd> {
  const seeder = await Crowd.join({ target, board, count: 1, first: seederClient, keptBytes: 0 });
  for (const frame of seeder.wire.notes(ids)) seeder.client(0).send(frame);
  const endMs = performance.now() + withinMs;
  while (performance.now() < endMs) {
    const { places } = await readBoard(target, board);
    if (ids.every((id) => places.has(id))) return seeder;
    await pause(lookEveryMs);
  }
  throw new Error('The notes did not arrive on the board.');
}

/** What somebody new is told. */
export interface ReadBoard {
  readonly places: ReadonlyMap<string, Place>;
  /** From asking to be let in until the board was there. */
  readonly tookMs: number;
}

/** Joins a board, looks where the notes stand, and leaves. */
export async function readBoard(target: RunningTarget, board: BoardHandle): Promise<ReadBoard> {
  const { answer, tookMs } = await askForBoard(target, board);
  return { places: target.wireOf(board).placesIn(answer), tookMs };
}

/** Joins a board and leaves again; answers with what the server sent, a message each. */
export async function answerOf(target: RunningTarget, board: BoardHandle): Promise<readonly Buffer[]> {
  return (await askForBoard(target, board)).answer;
}

async function askForBoard(target: RunningTarget, board: BoardHandle) {
  const wire = target.wireOf(board);
  const answer: Buffer[] = [];
  const startMs = performance.now();
  const reader = await Crowd.join({
    target,
    board,
    count: 1,
    first: seederClient,
    keptBytes: Number.MAX_SAFE_INTEGER,
    onMessage: (_, message) => {
      if (wire.isBoard(message) || wire.mayHoldEdits(message)) answer.push(Buffer.from(message));
    },
  });
  const tookMs = performance.now() - startMs;
  await pause(answerSettlesMs);
  reader.leave();
  return { answer, tookMs };
}
