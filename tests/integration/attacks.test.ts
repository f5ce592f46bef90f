import { afterAll, beforeAll, expect, it } from 'vitest';
import { RawClient } from '../bench/generator/RawClient.ts';
import { collectGarbage } from '../bench/targets/collectGarbage.ts';
import { attacks, type Attack } from './support/attacks.ts';
import { defaultConfig, startTestServer, type TestServer } from './support/startServer.ts';
import { createBoard, Visitor, type CreatedBoard } from './support/visit.ts';
import { YClient } from './support/YClient.ts';

/*
 * Whatever somebody sends, those who work on the same board go on: their edits arrive, their connections stay, and
 * nothing that was refused is kept. Vitest fails the file for an exception that nobody caught.
 */

/** Several frames of almost 2 MB each time: had one of them been kept, memory would tell. */
const rounds = 8;
const keptBytes = 10_000_000;

let server: TestServer;
let board: CreatedBoard;
let alice: YClient;
let bob: YClient;
let cuts = 0;
let edits = 0;

beforeAll(async () => {
  const rates = { ...defaultConfig().rates, joinPerMinute: 100_000 };
  server = await startTestServer({ config: { rates } });
  board = await createBoard(server);
  alice = await YClient.open(await Visitor.join(server, board, 'contributor', { name: 'Alice' }));
  bob = await YClient.open(await Visitor.join(server, board, 'contributor', { name: 'Bob' }));
  for (const { provider } of [alice, bob]) provider.on('connection-close', () => (cuts += 1));
});
afterAll(async () => {
  alice.close();
  bob.close();
  await server.close();
});

it.each(attacks)(
  '$what: who sends it is closed with $closeCode, and the others’ edits arrive',
  async (attack) => {
    expect(await endOf(attack)).toContain(`Closed by the server: ${attack.closeCode}`);
    await bobSeesWhatAliceWrites();
    expect(cuts).toBe(0);
    expect(bob.doc.getMap('records').has('page:evil')).toBe(false);
  },
);

it('nothing of it is kept', async () => {
  await sendAll();
  const before = usedBytes();
  for (let round = 0; round < rounds; round += 1) await sendAll();
  await bobSeesWhatAliceWrites();
  expect(usedBytes() - before).toBeLessThan(keptBytes);
}, 60_000);

async function sendAll(): Promise<void> {
  for (const attack of attacks) await endOf(attack);
}

/** Sends an attack from a connection of its own; what the connection ended with. */
async function endOf(attack: Attack): Promise<string> {
  const mallory = await Visitor.join(server, board, 'contributor', { name: 'Mallory' });
  const { pathname, port, search } = new URL(await mallory.syncAddress());
  const client = await RawClient.open({
    port: Number(port),
    path: `${pathname}${search}`,
    onMessage: () => undefined,
  });
  for (const frame of attack.frames()) client.send(frame);
  return client.ended;
}

async function bobSeesWhatAliceWrites(): Promise<void> {
  edits += 1;
  alice.doc.getMap('records').set('page:honest', { name: `Edit ${edits}` });
  await bob.until((doc) => JSON.stringify(doc.getMap('records').toJSON()).includes(`Edit ${edits}`));
}

/** Memory that objects and buffers take once garbage is collected. */
function usedBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
