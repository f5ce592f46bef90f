import type { Sizes } from '../../sizes.ts';
import { noteIds } from '../../wires/Wire.ts';
import type { Lab } from '../Lab.ts';
import { layOutNotes } from '../layOutNotes.ts';
import type { Measured, Scenario } from '../Scenario.ts';
import { percentileOf } from './percentileOf.ts';

/** Somebody with an empty browser opens a board of 1,000 notes that they joined: when can it be used. */
export const open1000: Scenario = openScenario('open1000', ({ open1000 }) => open1000);

/** The same with the largest board. */
export const open5000: Scenario = openScenario('open5000', ({ open5000 }) => open5000);

function openScenario(id: string, sizesOf: (sizes: Sizes) => Sizes['open1000']): Scenario {
  return {
    id,
    part: 'page',
    limitMs: 240_000,
    suits: ({ hasPage }) => hasPage,
    run: (lab, sizes) => openAgainAndAgain(lab, sizesOf(sizes)),
  };
}

async function openAgainAndAgain(lab: Lab, { notes, visits }: Sizes['open1000']): Promise<Measured> {
  const target = await lab.start();
  const board = await target.newBoard();
  lab.keep(await layOutNotes(target, board, noteIds(notes)));
  const usable: number[] = [];
  const worked: number[] = [];
  let heapBytes = 0;
  for (let visit = 0; visit < visits; visit += 1) {
    const visitor = await lab.visitor(target, board);
    usable.push(await visitor.open(notes));
    worked.push(await visitor.mainThreadMs());
    heapBytes = await visitor.heapBytes();
    await visitor.leave();
  }
  return { usableMs: percentileOf(usable, 0.5), mainThreadMs: percentileOf(worked, 0.5), heapBytes };
}
