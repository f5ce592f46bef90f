import { Pacer } from '../../generator/Pacer.ts';
import { play } from '../busyBoard.ts';
import { Crowd } from '../Crowd.ts';
import type { Scenario } from '../Scenario.ts';
import { crowdFirst, cursorStream, openCrowdedView } from './crowdedView.ts';

/** A board full of people, all of them in somebody's view: what their browser sends and receives, and how fluent it is. */
export const hundredPeople: Scenario = {
  id: 'hundredPeople',
  part: 'page',
  limitMs: 180_000,
  suits: ({ hasPage }) => hasPage,
  run: async (lab, { hundredPeople: sizes }) => {
    const view = await openCrowdedView(lab, sizes.notes);
    const { board, nearest, target, visitor } = view;
    const count = sizes.people - 1;
    const crowd = lab.keep(await Crowd.join({ target, board, count, first: crowdFirst, atOnce: 20 }));
    const drags = nearest.slice(0, sizes.writers).map((id, index) => crowd.wire.shifts(index, [id]));
    const cursors = cursorStream(crowd, view, sizes.cursorsPerSecond);
    let turn = 0;
    const drag = () => {
      const index = turn % drags.length;
      turn += 1;
      const frame = drags[index]?.();
      if (frame !== undefined) crowd.client(index).send(frame);
    };
    const nowMs = performance.now();
    const streams = [
      { pacer: new Pacer(cursors.perSecond, nowMs), send: cursors.send },
      { pacer: new Pacer(sizes.writers * sizes.editsPerSecond, nowMs), send: drag },
    ];
    await play(streams, sizes.warmUpMs);
    const before = { ...visitor.traffic.total, atMs: performance.now() };
    let isOver = false;
    const playing = play(streams, sizes.measureMs * 3, () => isOver);
    const stopPointing = visitor.pointAround();
    const { perSecond, slowMs } = await visitor.frameRate(sizes.measureMs);
    await stopPointing();
    const after = { ...visitor.traffic.total, atMs: performance.now() };
    isOver = true;
    await playing;
    const seconds = (after.atMs - before.atMs) / 1_000;
    return {
      framesPerSecond: perSecond,
      slowFrameMs: slowMs,
      receivedPerSecond: (after.receivedBytes - before.receivedBytes) / seconds,
      sentPerSecond: (after.sentBytes - before.sentBytes) / seconds,
      cursors: await visitor.page.locator('.tl-collaborator__cursor, .tl-cursor').count(),
      cutOff: crowd.endings.length,
    };
  },
};
