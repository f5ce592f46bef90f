import { attacks } from '../../integration/support/attacks.ts';
import { within } from '../generator/pausing.ts';
import { RawClient } from '../generator/RawClient.ts';
import type { BoardHandle, RunningTarget } from '../targets/Target.ts';
import { runBusyBoard } from './busyBoard.ts';
import type { Scenario } from './Scenario.ts';

const endsWithinMs = 10_000;

/**
 * People edit a board while somebody sends it every bad input that is known, one after the other: how long the worst
 * edit of the others takes, and what is left of it in memory.
 */
export const attack: Scenario = {
  id: 'attack',
  part: 'server',
  limitMs: 120_000,
  suits: ({ name }) => name === 'ours',
  run: async (lab, { attack: sizes }) => {
    const target = await lab.start({ hasOwnLimits: true });
    // Made before the clock starts: what the generator spends on them would look like a slow server.
    const prepared = attacks.map(({ frames, what }) => ({ what, bytes: Buffer.concat(frames()) }));
    // The first of each kind also brings in what is made once and kept.
    await sendAll(prepared, target, await target.newBoard());
    let sent = 0;
    const measured = await runBusyBoard(lab, target, sizes, async (board, isOver) => {
      while (!isOver()) sent += await sendAll(prepared, target, board, isOver);
    });
    return { ...measured, sent };
  },
};

interface Prepared {
  readonly what: string;
  readonly bytes: Buffer;
}

/** Sends one after the other; returns how many there was time for. */
async function sendAll(
  prepared: readonly Prepared[],
  target: RunningTarget,
  board: BoardHandle,
  isOver = () => false,
): Promise<number> {
  let sent = 0;
  for (const each of prepared) {
    if (isOver()) break;
    await send(each, target, board);
    sent += 1;
  }
  return sent;
}

async function send({ bytes, what }: Prepared, target: RunningTarget, board: BoardHandle): Promise<void> {
  const [path = ''] = await target.addressesOf(board, 1);
  const client = await RawClient.open({ port: target.port, path, onMessage: () => undefined });
  client.send(bytes);
  await within(endsWithinMs, `Being closed for ${what}`, client.ended);
  client.close();
}
