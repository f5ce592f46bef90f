import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { zstdDecompressSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { createBoard, type CreatedBoard } from './support/visit.ts';
import { anonymous, jump, startCommand, write } from './support/workshopAgenda.ts';
import { WorkshopClient } from './support/WorkshopClient.ts';

let server: TestServer;
let board: CreatedBoard;
let fay: WorkshopClient;
let alice: WorkshopClient;
beforeEach(async () => {
  server = await startTestServer();
  const partners = ['North', 'South'];
  board = await createBoard(server, { title: 'A board', templateId: 'retrospective', partners });
  fay = await WorkshopClient.join(server, board, 'facilitator', { name: 'Fay' });
  alice = await WorkshopClient.join(server, board, 'contributor', { name: 'Alice', partner: 'North' });
  await fay.do(startCommand);
});
afterEach(async () => {
  fay.close();
  alice.close();
  await server.close();
});

/** All that is kept in moments, as the database's rows hold it. */
function keptText(): string {
  const database = new DatabaseSync(join(server.dataDir, 'common-ground.db'), { readOnly: true });
  try {
    return database
      .prepare('SELECT content FROM board_snapshots')
      .all()
      .map(({ content }) => zstdDecompressSync(content as Uint8Array).toString())
      .join('\n');
  } finally {
    database.close();
  }
}

/** All that is in the board's file. */
async function fileText(): Promise<string> {
  const { token } = fay.visitor;
  const response = await fetch(`${server.url}/api/boards/${board.boardId}/file`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const entries = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.values(entries)
    .map((entry) => strFromU8(entry))
    .join('\n');
}

async function keep(commandId: string): Promise<void> {
  const { status } = await fay.visitor.call('/snapshots', { json: { name: commandId, commandId } });
  expect(status).toBe(201);
}

it('drafts and ballots are in no kept moment and in no board file before they are revealed and counted', async () => {
  await fay.do(jump('arrive', 'gather'));
  await alice.do(write('gather', anonymous, ['marker-of-alice'], 'alice'));
  await keep('while-writing');
  for (const text of [keptText(), await fileText()]) {
    expect(text).toContain('Step gather');
    expect(text).not.toContain('marker-of-alice');
  }
  await fay.do({ type: 'drafts.reveal', stepKey: 'gather', lane: null });
  await fay.sees((view) => view.drafts.steps[0]?.reveals.length === 1);
  await fay.do(jump('gather', 'vote'));
  await fay.do({ type: 'ballots.open', stepKey: 'vote', items: [{ itemId: 'shape:one', label: 'One' }] });
  await alice.do({
    type: 'ballots.placeDots',
    stepKey: 'vote',
    round: 1,
    told: 'anonymous',
    itemId: 'shape:one',
    dots: 3,
  });
  await keep('while-voting');
  for (const text of [keptText(), await fileText()]) {
    // The note is everybody's by now, and says nothing of who wrote it; the ballot is still its voter's.
    expect(text).toContain('marker-of-alice');
    expect(text).not.toMatch(/"value":3|"dots":3,"/);
    for (const line of text.split('{"typeName"').filter((part) => part.includes('marker-of-alice')))
      expect(line.split('}')[0]).not.toContain(alice.id);
  }
  await fay.do({ type: 'ballots.close', stepKey: 'vote', show: false });
  await keep('counted-unseen');
  // Counted, but not shown yet: no moment that everybody can open tells it.
  expect(keptText()).not.toMatch(/"tally"/);
});
