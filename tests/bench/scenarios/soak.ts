import type { MeasuredPage } from '../browser/MeasuredPage.ts';
import { Pacer } from '../generator/Pacer.ts';
import { pause } from '../generator/pausing.ts';
import type { Sizes } from '../sizes.ts';
import type { BoardHandle, RunningTarget } from '../targets/Target.ts';
import { inPieces, noteIds } from '../wires/Wire.ts';
import { play } from './busyBoard.ts';
import { Crowd } from './Crowd.ts';
import type { Lab } from './Lab.ts';
import { layOutNotes } from './layOutNotes.ts';
import type { Measured, Scenario } from './Scenario.ts';

/** Number of the first client of those who come and go. */
const firstVisitor = 500;
/** Number of the first of those under whom notes are dragged, as if everybody had reloaded the page now and then. */
const firstHand = 1_000;

/**
 * Two hours of a busy workshop in ten minutes: people drag notes and point, some leave and come back, and somebody's
 * page stays open all the time. Does the memory of server and page still grow, once all is warm.
 */
export const soak: Scenario = {
  id: 'soak',
  part: 'server',
  limitMs: 900_000,
  suits: ({ hasPage, name }) => hasPage && name === 'ours',
  // Where the time goes shows after a moment.
  profiledSizes: (sizes) => ({ ...sizes, soak: { ...sizes.soak, durationMs: sizes.soak.durationMs / 20 } }),
  run: async (lab, { soak: sizes }) => {
    const target = await lab.start();
    const board = await target.newBoard();
    const ids = noteIds(sizes.notes);
    lab.keep(await layOutNotes(target, board, ids));
    const page = await lab.visitor(target, board);
    await page.open(sizes.notes);
    const crowd = lab.keep(await Crowd.join({ target, board, count: sizes.people, atOnce: 10 }));
    const over = new AbortController();
    const workshop = goOn(crowd, ids, sizes, over.signal);
    const visits = comeAndGo(lab, target, board, sizes, over.signal);
    try {
      return await watchMemory(target, page, sizes);
    } finally {
      over.abort();
      await Promise.all([workshop, visits]);
    }
  },
};

/** Looks at a quarter and at the end: the growth of what is used, as a part of what was used at first. */
async function watchMemory(
  target: RunningTarget,
  page: MeasuredPage,
  { durationMs }: Sizes['soak'],
): Promise<Measured> {
  await pause(durationMs / 4);
  const warm = { server: await target.usage({ tidy: true }), page: await page.heapBytes() };
  await pause((durationMs * 3) / 4);
  const end = { server: await target.usage({ tidy: true }), page: await page.heapBytes() };
  return {
    serverGrowthPart: end.server.usedBytes / warm.server.usedBytes - 1,
    serverRssBytes: end.server.rssBytes,
    pageGrowthPart: end.page / warm.page - 1,
    pageHeapBytes: end.page,
    serverCores: (end.server.cpuMs - warm.server.cpuMs) / (end.server.atMs - warm.server.atMs),
  };
}

/** Every writer drags notes of their own, everybody points, until it is over. */
async function goOn(
  crowd: Crowd,
  ids: readonly string[],
  sizes: Sizes['soak'],
  over: AbortSignal,
): Promise<void> {
  const hands = ids.map((id, index) => crowd.wire.shifts(firstHand + index, [id]));
  const drags = inPieces(hands, Math.ceil(ids.length / sizes.writers));
  const cursors = crowd.clients.map((_, index) => crowd.wire.cursor(index));
  let [drag, move] = [0, 0];
  const nowMs = performance.now();
  const streams = [
    {
      pacer: new Pacer(sizes.editsPerSecond, nowMs),
      send: () => {
        const writer = drag % drags.length;
        const notes = drags[writer] ?? [];
        // A note is dragged for a while, then the next.
        const frame = notes[Math.floor(drag / drags.length / editsPerDrag) % notes.length]?.();
        drag += 1;
        if (frame) crowd.client(writer).send(frame);
      },
    },
    {
      pacer: new Pacer(sizes.cursorsPerSecond, nowMs),
      send: () => {
        const index = move % cursors.length;
        const frame = cursors[index]?.();
        move += 1;
        if (frame) crowd.client(index).send(frame);
      },
    },
  ];
  await play(streams, Number.POSITIVE_INFINITY, () => over.aborted);
}

const editsPerDrag = 40;

/** Somebody joins, stays for a moment and leaves, again and again. */
async function comeAndGo(
  lab: Lab,
  target: RunningTarget,
  board: BoardHandle,
  { stayMs }: Sizes['soak'],
  over: AbortSignal,
): Promise<void> {
  for (let visit = 0; !over.aborted; visit += 1) {
    const first = firstVisitor + (visit % 100);
    const visitor = lab.keep(await Crowd.join({ target, board, count: 1, first }));
    await pause(stayMs);
    visitor.leave();
  }
}
