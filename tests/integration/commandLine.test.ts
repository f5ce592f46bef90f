import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HistoryVisitor } from './support/HistoryVisitor.ts';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { createBoard, type CreatedBoard } from './support/visit.ts';

const commandLine = fileURLToPath(new URL('../../server/src/cli/main.ts', import.meta.url));

let server: TestServer;
let second: TestServer | null = null;
let board: CreatedBoard;
let folder: string;
const people: HistoryVisitor[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'common-ground-'));
  server = await startTestServer();
  board = await createBoard(server, { title: 'Water' });
});
afterEach(async () => {
  for (const person of people.splice(0)) person.close();
  await server.close();
  await second?.close();
  second = null;
  await rm(folder, { recursive: true, force: true });
});

async function arrive(at: TestServer, name: string): Promise<HistoryVisitor> {
  const person = await HistoryVisitor.join(at, board, 'facilitator', name);
  people.push(person);
  return person;
}

/** Gives a command as whoever runs the server does: in a process of its own. */
function give(...args: string[]): Promise<{ readonly code: number; readonly out: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [commandLine, ...args], (error, out) =>
      resolve({ code: Number(error?.code ?? 0), out }),
    );
  });
}

it('a backup made while people edit holds all that was saved before it, and goes on on another server', async () => {
  const [fay, ben] = [await arrive(server, 'Fay'), await arrive(server, 'Ben')];
  fay.canvas.writes('Before');
  await fay.meets([ben]);
  const copy = join(folder, 'copy');
  const made = { isOver: false };
  const backup = give('backup', '--data', server.dataDir, copy).finally(() => {
    made.isOver = true;
  });
  let during = 0;
  for (; !made.isOver; during += 1) {
    fay.canvas.writes(`During ${during}`);
    await fay.meets([ben]);
  }
  expect((await backup).code).toBe(0);
  expect(during).toBeGreaterThan(0);

  const dataDir = join(folder, 'restored');
  expect((await give('restore', '--data', dataDir, copy)).code).toBe(0);
  expect(await give('check', '--data', dataDir)).toEqual({ code: 0, out: 'Boards: 1. Faults: 0.\n' });
  second = await startTestServer({ config: { dataDir } });
  // The key came along, so that the same links open the board there.
  const gus = await arrive(second, 'Gus');
  const notes = gus.canvas.shapes().map(({ id }) => gus.canvas.reads(id));
  const [before, ...later] = ['Before', ...Array.from({ length: during }, (_, at) => `During ${at}`)];
  expect(notes).toContain(before);
  // What came later is there up to some moment, and from then on nothing.
  expect(notes.toSorted()).toEqual([before, ...later.slice(0, notes.length - 1)].toSorted());
  gus.canvas.writes('And on');
  await gus.saved();
});
