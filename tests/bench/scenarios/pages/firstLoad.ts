import type { MeasuredPage } from '../../browser/MeasuredPage.ts';
import { noteIds } from '../../wires/Wire.ts';
import { layOutNotes } from '../layOutNotes.ts';
import type { Scenario } from '../Scenario.ts';
import { percentileOf } from './percentileOf.ts';

/** Somebody comes for the first time, with an empty cache: to the start page, and to a board with a few notes. */
export const firstLoad: Scenario = {
  id: 'firstLoad',
  part: 'page',
  limitMs: 120_000,
  suits: ({ hasPage }) => hasPage,
  run: async (lab, { firstLoad: { notes, visits } }) => {
    const target = await lab.start();
    const board = await target.newBoard();
    lab.keep(await layOutNotes(target, board, noteIds(notes)));
    const { home } = target;
    const boards = await repeat(visits, async () => {
      return measure(await lab.visitor(target, board), (visitor) => visitor.open(notes));
    });
    const homes = await repeat(home === null ? 0 : visits, async () => {
      return measure(await lab.browse(home ?? { url: '', storage: {} }), (visitor) => visitor.openPage());
    });
    return {
      boardUsableMs: percentileOf(
        boards.map(({ tookMs }) => tookMs),
        0.5,
      ),
      boardCodeBytes: boards.at(-1)?.codeBytes ?? Number.NaN,
      homePaintedMs: percentileOf(
        homes.map(({ tookMs }) => tookMs),
        0.5,
      ),
      homeCodeBytes: homes.at(-1)?.codeBytes ?? Number.NaN,
    };
  },
};

interface Loaded {
  readonly tookMs: number;
  readonly codeBytes: number;
}

async function measure(
  visitor: MeasuredPage,
  open: (visitor: MeasuredPage) => Promise<number>,
): Promise<Loaded> {
  const tookMs = await open(visitor);
  const { codeBytes } = visitor.traffic;
  await visitor.leave();
  return { tookMs, codeBytes };
}

async function repeat(times: number, act: () => Promise<Loaded>): Promise<Loaded[]> {
  const done: Loaded[] = [];
  while (done.length < times) done.push(await act());
  return done;
}
