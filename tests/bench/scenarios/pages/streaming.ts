import { Pacer } from '../../generator/Pacer.ts';
import { play } from '../busyBoard.ts';
import { Crowd } from '../Crowd.ts';
import type { Scenario } from '../Scenario.ts';
import { crowdFirst, cursorStream, openCrowdedView } from './crowdedView.ts';

/** People point and drag in somebody's view: how fluent their page stays. */
export const streaming: Scenario = {
  id: 'streaming',
  part: 'page',
  limitMs: 120_000,
  suits: ({ hasPage }) => hasPage,
  run: async (lab, { streaming: sizes }) => {
    const view = await openCrowdedView(lab, sizes.notes);
    const { board, nearest, target, visitor } = view;
    const crowd = lab.keep(await Crowd.join({ target, board, count: sizes.cursors, first: crowdFirst }));
    const drag = crowd.wire.shifts(0, nearest.slice(0, sizes.dragged));
    const cursors = cursorStream(crowd, view, sizes.cursorsPerSecond);
    const nowMs = performance.now();
    const streams = [
      { pacer: new Pacer(cursors.perSecond, nowMs), send: cursors.send },
      { pacer: new Pacer(sizes.dragsPerSecond, nowMs), send: () => crowd.client(0).send(drag()) },
    ];
    await play(streams, sizes.warmUpMs);
    let isOver = false;
    const playing = play(streams, sizes.measureMs * 3, () => isOver);
    const { perSecond, slowMs } = await visitor.frameRate(sizes.measureMs);
    isOver = true;
    await playing;
    return { framesPerSecond: perSecond, slowFrameMs: slowMs };
  },
};
