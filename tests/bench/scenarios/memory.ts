import { pause } from '../generator/pausing.ts';
import type { RunningTarget } from '../targets/Target.ts';
import { inPieces, noteIds } from '../wires/Wire.ts';
import type { Sizes } from '../sizes.ts';
import { Crowd } from './Crowd.ts';
import type { Lab } from './Lab.ts';
import type { Scenario } from './Scenario.ts';

const atOnce = 10;
/** Until edits are stored and cursors sent. */
const settleMs = 2_500;

/** Many small boards are open: what each costs while nothing happens. */
export const memory: Scenario = {
  id: 'memory',
  part: 'server',
  limitMs: 120_000,
  suits: () => true,
  run: async (lab, { memory: sizes }) => {
    const target = await lab.start();
    // The first ones also bring in code, caches and the room that V8 keeps for new objects, all of them needed once.
    await openBoards(lab, target, Math.ceil(sizes.boards / 2), sizes);
    await pause(settleMs);
    const before = await target.usage({ tidy: true });
    await openBoards(lab, target, sizes.boards, sizes);
    await pause(settleMs);
    const after = await target.usage({ tidy: true });
    return {
      perBoardBytes: (after.rssBytes - before.rssBytes) / sizes.boards,
      usedPerBoardBytes: (after.usedBytes - before.usedBytes) / sizes.boards,
    };
  },
};

async function openBoards(
  lab: Lab,
  target: RunningTarget,
  count: number,
  sizes: Sizes['memory'],
): Promise<void> {
  for (const piece of inPieces(Array.from({ length: count }), atOnce)) {
    await Promise.all(piece.map(() => openBoard(lab, target, sizes)));
  }
}

async function openBoard(
  lab: Lab,
  target: RunningTarget,
  { clients, notes }: Sizes['memory'],
): Promise<void> {
  const board = await target.newBoard();
  const crowd = lab.keep(await Crowd.join({ target, board, count: clients, keptBytes: 256 }));
  for (const frame of crowd.wire.notes(noteIds(notes))) crowd.client(0).send(frame);
  for (const [index, client] of crowd.clients.entries()) client.send(crowd.wire.cursor(index)());
}
