import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeCommand, type CommandId } from '@common-ground/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesWith } from './support/dataFiles.ts';
import { ServerChild } from './support/ServerChild.ts';
import { createBoard, Visitor, type CreatedBoard } from './support/visit.ts';
import { anonymous, jump, startCommand, write } from './support/workshopAgenda.ts';
import { WorkshopClient } from './support/WorkshopClient.ts';
import { YClient } from './support/YClient.ts';

/* The server as a process of its own, killed without warning in the middle of a step. */

/** Starting a process takes seconds on a busy machine, and these tests start several. */
const startTimeoutMs = 60_000;

let dataDir: string;
let child: ServerChild;
const server = { url: '', syncUrl: '' };
let board: CreatedBoard;
let fay: WorkshopClient;
let alice: WorkshopClient;
const clients: { close(): void }[] = [];
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'common-ground-kill-'));
  await start();
  board = await createBoard(server, { title: 'A board', templateId: 'retrospective', partners: ['North'] });
  fay = await WorkshopClient.join(server, board, 'facilitator');
  alice = await WorkshopClient.join(server, board, 'contributor', { partner: 'North' });
  clients.push(fay, alice);
  await fay.do(startCommand);
  await fay.do(jump('arrive', 'gather'));
}, startTimeoutMs);
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await child.stop('SIGKILL');
  rmSync(dataDir, { recursive: true });
});

async function start(): Promise<void> {
  const started = await ServerChild.start({ PORT: '0', DATA_DIR: dataDir });
  ({ child } = started);
  server.url = started.url;
  server.syncUrl = `${started.url.replace('http', 'ws')}/sync`;
}

async function killAndStart(): Promise<void> {
  await child.stop('SIGKILL');
  await start();
  await Promise.all([fay.reconnect(), alice.reconnect()]);
}

/** Texts on the canvas that hold this one, as a newcomer finds them. */
async function textsWith(text: string, count: number): Promise<string[]> {
  const reader = await YClient.open(await Visitor.join(server, board, 'observer'));
  clients.push(reader);
  const texts = () =>
    Object.values(reader.doc.getMap('shapes').toJSON() as Record<string, { readonly t?: string }>)
      .map(({ t }) => String(t))
      .filter((t) => t.includes(text));
  await reader.until(() => texts().length >= count);
  return texts();
}

describe('a server that is killed in the middle of a step', { timeout: 2 * startTimeoutMs }, () => {
  it('goes on where it was: step, countdown, drafts and who has written', async () => {
    await fay.do({ type: 'timer.start', minutes: 30 });
    await alice.do(write('gather', anonymous, ['written before'], 'alice'));
    const before = await alice.sees(
      (view) => view.drafts.yours.length === 1 && view.timer.kind === 'running',
    );
    await killAndStart();
    const after = await alice.sees(() => true);
    expect(after).toMatchObject({
      version: before.version,
      agenda: before.agenda,
      drafts: before.drafts,
      timer: {
        kind: 'running',
        isOver: false,
        deadlineAt: 'deadlineAt' in before.timer && before.timer.deadlineAt,
      },
    });
    await alice.do(write('gather', anonymous, ['written after'], 'later'));
    const { drafts } = await fay.sees((view) => view.drafts.steps[0]?.expectedCount === 1);
    expect(drafts.steps[0]).toMatchObject({ writerCount: 1 });
  });

  it('carries a command out once, whenever it was killed while it had it', async () => {
    await alice.do(write('gather', anonymous, ['before'], 'alice'));
    for (let round = 0; round < 2; round += 1) {
      const commandId = `round-${round}` as CommandId;
      const command = write('gather', anonymous, [`round ${round}`], `round-${round}`);
      alice.socket.send(encodeCommand({ commandId, command }));
      await fay.give({ type: 'people.setHand', isUp: round % 2 === 0 });
      await killAndStart();
      expect(await alice.give(command, commandId)).toEqual({ ok: true, value: { ids: [] } });
    }
    const { drafts } = await alice.sees((view) => view.drafts.yours.length === 3);
    expect(drafts.yours.map(({ text }) => text)).toEqual(['before', 'round 0', 'round 1']);
  });

  it('has what was revealed on the canvas once, and nowhere what was private', async () => {
    await alice.do(write('gather', anonymous, ['revealed one', 'revealed two'], 'secret-draft'));
    await fay.do({ type: 'drafts.reveal', stepKey: 'gather', lane: null });
    // The answer comes when the reveal is stored, which is before the notes are on the canvas.
    await killAndStart();
    expect(await textsWith('revealed', 2)).toHaveLength(2);
    await killAndStart();
    expect(await textsWith('revealed', 2)).toHaveLength(2);
    expect(filesWith(dataDir, 'secret-draft')).toEqual([]);
  });
});
