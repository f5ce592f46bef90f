import { createInterface } from 'node:readline/promises';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/* Creates a board, joins it as two people, lets one write a note and prints what the other sees. See README.md. */

const server =
  process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? 'http://localhost:3000';
const text = 'Hello from Alice';

const board = await call('POST', '/api/boards', { title: 'Two clients', partners: ['Acme', 'Borealis'] });
console.log(`The board: ${board.links.contributor}`);
if (!process.argv.includes('--no-wait'))
  await waitForEnter('Open it in a browser if you like, then press Enter. ');

const alice = await join('Alice', 'Acme');
const bob = await join('Bob', 'Borealis');
const [aliceDoc, bobDoc] = [new Y.Doc(), new Y.Doc()];
await connect(alice, aliceDoc);
await connect(bob, bobDoc);

writeNote(aliceDoc, { text, colour: 'blue', x: 100, y: 100 });
console.log(`Alice writes: ${text}`);
console.log(`Bob sees: ${await firstNote(bobDoc)}`);

// Ends the timers of y-websocket, so that the program can end.
for (const doc of [aliceDoc, bobDoc]) doc.destroy();

/** One call of the HTTP interface. */
async function call(method, path, body, token) {
  const response = await fetch(server + path, {
    method,
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${answer.message}`);
  return answer;
}

/** Joins by the contributor's link: its secret stands behind the `#`. */
async function join(name, partner) {
  const secret = new URL(board.links.contributor).hash.slice(1);
  return call('POST', `/api/boards/${board.boardId}/join`, { secret, name, partner });
}

/** Opens the websocket with a fresh ticket, and waits until the document is there. */
async function connect({ token }, doc) {
  const { ticket } = await call('POST', `/api/boards/${board.boardId}/ticket`, undefined, token);
  const syncUrl = `${server.replace(/^http/, 'ws')}/sync`;
  const provider = new WebsocketProvider(syncUrl, board.boardId, doc, {
    params: { ticket },
    disableBc: true,
  });
  // A ticket opens one connection: before y-websocket tries again, it needs another one.
  provider.on('connection-close', async () => {
    if (!provider.shouldConnect) return;
    const next = await call('POST', `/api/boards/${board.boardId}/ticket`, undefined, token);
    provider.params.ticket = next.ticket;
  });
  doc.once('destroy', () => provider.destroy());
  await new Promise((resolve) => {
    provider.once('sync', resolve);
  });
}

/** Puts a sticky note on the first page, in one transaction (docs/PROTOCOL.md, "The canvas document"). */
function writeNote(doc, note) {
  const id = `shape:${crypto.randomUUID()}`;
  doc.transact(() => {
    const shape = new Y.Map();
    doc.getMap('shapes').set(id, shape);
    shape.set('b', {
      type: 'note',
      parentId: 'page:page',
      index: highestIndex(),
      isLocked: false,
      opacity: 1,
      meta: {},
      props: {
        color: note.colour,
        labelColor: 'black',
        size: 'm',
        font: 'sans',
        fontSizeAdjustment: 0,
        align: 'middle',
        verticalAlign: 'middle',
        growY: 0,
        url: '',
        scale: 1,
      },
    });
    shape.set('t', new Y.Text(note.text));
    doc.getArray('positions').push([{ key: id, val: [note.x, note.y, 0] }]);
  });
}

/** A place in the stacking order above most others; the random end keeps two of them apart. */
function highestIndex() {
  const random = Array.from({ length: 5 }, () => 'ABCDEFGHIJ'[Math.floor(Math.random() * 10)]);
  return `aZ${random.join('')}`;
}

/** The text of the first note on the canvas, as soon as there is one. */
function firstNote(doc) {
  return new Promise((resolve) => {
    const look = () => {
      for (const shape of doc.getMap('shapes').values()) {
        if (shape.get('b')?.type !== 'note') continue;
        doc.off('update', look);
        resolve(shape.get('t').toString());
        return;
      }
    };
    doc.on('update', look);
    look();
  });
}

async function waitForEnter(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  await terminal.question(question);
  terminal.close();
}
