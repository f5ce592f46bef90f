import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { noteIds, placeOfMove, type Place } from '../wires/Wire.ts';
import { layOutNotes, readBoard } from './layOutNotes.ts';
import type { Scenario } from './Scenario.ts';
import { runWindowedEdits } from './windowedEdits.ts';

const limitMs = 90_000;

/** Notes are dragged about for a long time: what remains of it on disk, and how long the board then takes to load. */
export const movesOnDisk: Scenario = {
  id: 'movesOnDisk',
  part: 'server',
  limitMs: 150_000,
  suits: ({ isPersistent }) => isPersistent,
  run: async (lab, { moves: sizes }) => {
    const first = await lab.start();
    const board = await first.newBoard();
    const ids = noteIds(sizes.notes);
    const seeder = lab.keep(await layOutNotes(first, board, ids));
    // One move of each note is under way at a time, so none is overwritten before it was stored.
    const { arrived } = await runWindowedEdits(lab, first, board, {
      noteIds: ids,
      edits: sizes.moves,
      window: sizes.notes,
      limitMs,
    });
    if (arrived < sizes.moves) throw new Error(`Only ${arrived} moves arrived in ${limitMs / 1000} s.`);
    seeder.leave();
    await lab.stop(first);
    const storedBytes = await sizeOf(lab.dataDir);
    const second = await lab.start();
    // Code that runs for the first time is slow whatever the board; an empty one runs it before.
    await readBoard(second, await second.newBoard());
    await second.usage();
    const { places, tookMs } = await readBoard(second, board);
    await second.usage();
    const right = ids.filter((id, index) => isAt(places.get(id), lastPlaceOf(index, sizes)));
    return { storedBytes, coldLoadMs: tookMs, rightPlaces: right.length / ids.length };
  },
};

function lastPlaceOf(index: number, { moves, notes }: { moves: number; notes: number }): Place {
  const rounds = Math.floor((moves - 1 - index) / notes);
  return placeOfMove(rounds * notes + index);
}

function isAt(place: Place | undefined, expected: Place): boolean {
  return place?.[0] === expected[0] && place[1] === expected[1];
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ name, parentPath }) => (await stat(join(parentPath, name))).size),
  );
  return sizes.reduce((total, size) => total + size, 0);
}
