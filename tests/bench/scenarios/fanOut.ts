import { runBusyBoard } from './busyBoard.ts';
import type { Scenario } from './Scenario.ts';

/** A full workshop on one board: how late edits are, and what that costs the server. */
export const fanOut: Scenario = {
  id: 'fanOut',
  part: 'server',
  limitMs: 60_000,
  suits: () => true,
  run: async (lab, { fanOut }) => runBusyBoard(lab, await lab.start(), fanOut),
};
