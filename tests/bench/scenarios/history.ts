import { compareBoards, createBoardSchema, type CanvasContent } from '@common-ground/board';
import type { Snapshot, SnapshotId } from '@common-ground/protocol';
import { historyTasks } from '@common-ground/server';
import { widgets } from '@common-ground/templates';
import * as Y from 'yjs';
import { TwoHourWorkshop } from '../history/TwoHourWorkshop.ts';
import type { Scenario } from './Scenario.ts';

const minutes = 120;
/** As often as a server that is not configured keeps one. */
const everyMinutes = 5;
const schema = createBoardSchema(widgets);

/**
 * A workshop of two hours with twelve people, and what its history costs: bytes of all kept moments, and how long it takes to open
 * one and to compare the first with the last. On the generator's core, without a server: nobody waits for these on the server's.
 */
export const history: Scenario = {
  id: 'history',
  part: 'server',
  limitMs: 120_000,
  suits: ({ name }) => name === 'ours',
  run: async () => {
    const kept = await keptMoments();
    const openMs: number[] = [];
    for (const content of kept) openMs.push(await took(() => historyTasks.open(content, asked)));
    const [first, last] = [await canvasOf(kept[0]), await canvasOf(kept.at(-1))];
    const compareMs = await took(async () => compareBoards(first.records, last.records));
    return {
      storedBytes: kept.reduce((total, { length }) => total + length, 0),
      moments: kept.length,
      slowestOpenMs: Math.max(...openMs),
      compareMs,
    };
  },
};

async function keptMoments(): Promise<Uint8Array[]> {
  const workshop = new TwoHourWorkshop(schema);
  const kept: Uint8Array[] = [];
  for (let minute = 1; minute <= minutes; minute += 1) {
    workshop.passMinute(minute);
    if (minute % everyMinutes !== 0) continue;
    const snapshot = Y.encodeStateAsUpdate(workshop.doc);
    const { content } = await historyTasks.take({ snapshot, updates: [], lastSeq: minute, owners: [] }, null);
    kept.push(content);
  }
  return kept;
}

async function canvasOf(content: Uint8Array | undefined): Promise<CanvasContent> {
  if (content === undefined) throw new Error('No moment was kept.');
  const canvas = await historyTasks.canvas(content);
  if (!canvas.ok) throw new Error(canvas.error);
  return canvas.value;
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

const asked: Snapshot = {
  id: 'moment' as SnapshotId,
  at: 0,
  kind: 'automatic',
  reason: 'interval',
  by: null,
  people: [],
  noteCount: 0,
};
