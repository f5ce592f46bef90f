import { noteIds } from '../wires/Wire.ts';
import { layOutNotes } from './layOutNotes.ts';
import type { Scenario } from './Scenario.ts';
import { runWindowedEdits } from './windowedEdits.ts';

/** How many edits of one client reach another in a second. */
export const throughput: Scenario = {
  id: 'throughput',
  part: 'server',
  limitMs: 60_000,
  suits: () => true,
  run: async (lab, { throughput: sizes }) => {
    const target = await lab.start();
    const board = await target.newBoard();
    // As many notes as edits are under way, so that none is overwritten before it arrived.
    const ids = noteIds(sizes.window);
    lab.keep(await layOutNotes(target, board, ids));
    return runWindowedEdits(lab, target, board, { ...sizes, noteIds: ids });
  },
};
