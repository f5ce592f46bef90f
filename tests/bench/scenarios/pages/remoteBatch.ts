import { pause } from '../../generator/pausing.ts';
import { Crowd } from '../Crowd.ts';
import type { Scenario } from '../Scenario.ts';
import { openCrowdedView } from './crowdedView.ts';
import { percentileOf } from './percentileOf.ts';

/** Long enough for a batch to arrive and be painted. */
const perBatchMs = 400;

/** Somebody else moves many notes at once: how long that keeps a page's main thread busy until all is painted. */
export const remoteBatch: Scenario = {
  id: 'remoteBatch',
  part: 'page',
  limitMs: 120_000,
  suits: ({ hasPage }) => hasPage,
  run: async (lab, { remoteBatch: { batches, moves, notes } }) => {
    const view = await openCrowdedView(lab, notes);
    const { board, nearest, target, visitor } = view;
    const crowd = lab.keep(await Crowd.join({ target, board, count: 1 }));
    // tldraw's client takes its time while it believes to be alone.
    crowd.client(0).send(crowd.wire.cursor(0)());
    const next = crowd.wire.shifts(0, nearest.slice(0, moves));
    const workOf = async (act: () => void): Promise<number> => {
      const before = await visitor.mainThreadMs();
      act();
      await pause(perBatchMs);
      return (await visitor.mainThreadMs()) - before;
    };
    const [idle, busy]: [number[], number[]] = [[], []];
    await workOf(() => crowd.client(0).send(next()));
    await visitor.profiled(async () => {
      for (let batch = 0; batch < batches; batch += 1) {
        busy.push(await workOf(() => crowd.client(0).send(next())));
      }
    });
    for (let batch = 0; batch < batches; batch += 1) idle.push(await workOf(() => undefined));
    const rest = percentileOf(idle, 0.5);
    return {
      mainThreadMs: percentileOf(busy, 0.5) - rest,
      p95MainThreadMs: percentileOf(busy, 0.95) - rest,
      idleMs: rest,
    };
  },
};
