import { queryObjects } from 'node:v8';
import { protocolVersion } from '@common-ground/protocol';
import { systemClock } from '@common-ground/server';
import type { Clock } from '@common-ground/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { step1Frame, updateFrame } from './support/frames.ts';
import { RawSocket } from './support/RawSocket.ts';
import { defaultConfig, startTestServer, type TestServer } from './support/startServer.ts';
import { createBoard, Visitor } from './support/visit.ts';

const measuredBoards = 100;
/** Far below 1 kB; a few objects come and go beside the boards, and the least that a registry would keep is more. */
const leftObjectsPerBoard = 5;
/** How long an empty board stays in memory. */
const unloadAfterMs = 30_000;

/** What waits for the end of that time; the test says when it is over. Everything else takes as long as it does. */
const waiting = new Set<() => void>();
const clock: Clock = {
  ...systemClock,
  after: (delayMs, callback) => {
    if (delayMs !== unloadAfterMs) return systemClock.after(delayMs, callback);
    waiting.add(callback);
    return () => waiting.delete(callback);
  },
};

let server: TestServer;
beforeAll(async () => {
  const rates = { ...defaultConfig().rates, createPerMinute: 10_000, joinPerMinute: 10_000 };
  server = await startTestServer({ clock, config: { rates } });
});
afterAll(() => server.close());

it('a board that is closed again leaves next to nothing in memory', async () => {
  // The first ones bring in what is made once and kept.
  for (let round = 0; round < 2; round += 1) await openAndCloseBoards(30);
  const before = liveObjects();
  await openAndCloseBoards(measuredBoards);
  // Objects, since bytes would show the caches of V8 and of the clients as well.
  expect((liveObjects() - before) / measuredBoards).toBeLessThan(leftObjectsPerBoard);
}, 60_000);

async function openAndCloseBoards(count: number): Promise<void> {
  // One after the other, so that the clients' pool of connections stays as it is.
  for (let opened = 0; opened < count; opened += 1) await openBoard();
  do letUnloadTimePass();
  while ((await boardsInMemory()) > 0);
}

/** Somebody creates a board, comes, edits, and leaves when all is stored. */
async function openBoard(): Promise<void> {
  const board = await createBoard(server);
  const visitor = await Visitor.join(server, board, 'facilitator');
  const socket = await RawSocket.open(await visitor.syncAddress({ v: String(protocolVersion) }));
  socket.send(step1Frame());
  socket.send(updateFrame((doc) => doc.getMap('records').set('page:one', { name: 'One' })));
  await socket.until(({ messages }) => messages.some(({ type }) => type === 'saved'));
  socket.close();
  await socket.closed;
}

function letUnloadTimePass(): void {
  const due = [...waiting];
  waiting.clear();
  for (const callback of due) callback();
}

async function boardsInMemory(): Promise<number> {
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^common_ground_boards_open (\d+)$/m.exec(metrics)?.[1]);
}

/** Whatever is still in use; collects garbage first. */
function liveObjects(): number {
  return queryObjects(Object, { format: 'count' });
}
