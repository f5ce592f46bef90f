import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { protocolVersion } from '@common-ground/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { step1Frame, updateFrame } from './support/frames.ts';
import { RawSocket } from './support/RawSocket.ts';
import { ServerChild } from './support/ServerChild.ts';
import { createBoard, Visitor, type CreatedBoard } from './support/visit.ts';
import { YClient } from './support/YClient.ts';

/** A process may take its time to start while the machine does other things as well. */
const startMs = 30_000;

let dataDir: string;
let child: ServerChild;
let server: { url: string; syncUrl: string };
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'common-ground-stop-'));
  await start();
}, startMs);
afterEach(async () => {
  await child.stop('SIGKILL');
  rmSync(dataDir, { recursive: true });
});

async function start(): Promise<void> {
  const started = await ServerChild.start({ PORT: '0', DATA_DIR: dataDir });
  ({ child } = started);
  server = { url: started.url, syncUrl: `${started.url.replace('http', 'ws')}/sync` };
}

/** Somebody who writes notes with raw frames, and counts what was saved. */
class Writer {
  readonly socket: RawSocket;
  readonly #doc = new Y.Doc();
  written = 0;

  static async open(board: CreatedBoard): Promise<Writer> {
    const visitor = await Visitor.join(server, board, 'contributor');
    const socket = await RawSocket.open(await visitor.syncAddress({ v: String(protocolVersion) }));
    socket.send(step1Frame());
    return new Writer(socket);
  }

  private constructor(socket: RawSocket) {
    this.socket = socket;
  }

  write(): void {
    const before = Y.encodeStateVector(this.#doc);
    this.#doc.getMap('records').set(noteId(this.written), { written: true });
    const update = Y.encodeStateAsUpdate(this.#doc, before);
    this.socket.send(updateFrame((doc) => Y.applyUpdate(doc, update)));
    this.written += 1;
  }

  /** How many of the notes, from the first, the server has told to be saved. */
  get saved(): number {
    return this.socket.messages.reduce(
      (most, message) => (message.type === 'saved' ? message.count : most),
      0,
    );
  }
}

function noteId(index: number): string {
  return `asset:${index}`;
}

/** How many notes there are, counted from the first without a gap. */
function notesIn(doc: Y.Doc): number {
  const records = doc.getMap('records');
  let count = 0;
  while (records.has(noteId(count))) count += 1;
  return count;
}

/** What a newcomer finds on the board. */
async function readAgain(board: CreatedBoard): Promise<number> {
  const client = await YClient.open(await Visitor.join(server, board, 'observer'));
  const count = notesIn(client.doc);
  client.close();
  return count;
}

describe('a server that is killed while people edit', () => {
  it.each([1, 2, 3])(
    'has afterwards everything that was shown as saved, and everything a peer saw (round %i)',
    async (round) => {
      const board = await createBoard(server);
      const writer = await Writer.open(board);
      const peer = await YClient.open(await Visitor.join(server, board, 'contributor'));
      const stopAfter = 100 * round;
      const writing = new Promise<void>((resolve) => {
        const writeOn = (): void => {
          for (let count = 0; count < 5; count += 1) writer.write();
          if (writer.saved < stopAfter) setImmediate(writeOn);
          else resolve();
        };
        writeOn();
      });
      await writing;
      const ended = child.stop('SIGKILL');
      const { signal } = await ended;
      expect(signal).toBe('SIGKILL');
      const [saved, seen] = [writer.saved, notesIn(peer.doc)];
      peer.close();
      await start();
      const kept = await readAgain(board);
      expect(saved).toBeGreaterThanOrEqual(stopAfter);
      expect(kept).toBeGreaterThanOrEqual(saved);
      expect(kept).toBeGreaterThanOrEqual(seen);
    },
  );

  it('still knows boards, links and people', async () => {
    const board = await createBoard(server, { title: 'Our board', partners: ['Acme'] });
    const alice = await Visitor.join(server, board, 'facilitator', { name: 'Alice', partner: 'Acme' });
    const told = await alice.board();
    await child.stop('SIGKILL');
    await start();
    const again = new Visitor(server, board.boardId, alice);
    expect(await again.board()).toEqual(told);
  });
});

describe('a server that is told to stop', () => {
  it('stores what it has, says goodbye to everybody and ends well within ten seconds', async () => {
    const board = await createBoard(server);
    const writer = await Writer.open(board);
    const reader = await RawSocket.open(await (await Visitor.join(server, board, 'observer')).syncAddress());
    await writer.socket.until(({ messages }) => messages.length > 0);
    for (let count = 0; count < 50; count += 1) writer.write();
    await writer.socket.until(() => writer.saved > 0);
    const startedAt = performance.now();
    const { code } = await child.stop('SIGTERM');
    expect(code).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    const goodbye = { code: 1012, reason: 'restarting' };
    expect(await writer.socket.closed).toEqual(goodbye);
    expect(await reader.closed).toEqual(goodbye);
    await start();
    expect(await readAgain(board)).toBeGreaterThanOrEqual(writer.saved);
  });

  it('does so with nobody connected', async () => {
    await createBoard(server);
    expect((await child.stop('SIGTERM')).code).toBe(0);
  });

  it('does not wait for a client that does not answer', async () => {
    const board = await createBoard(server);
    const socket = await RawSocket.open(await (await Visitor.join(server, board, 'observer')).syncAddress());
    // Nothing is read any more, so the close frame is never answered.
    socket.ws.pause();
    const { code } = await child.stop('SIGTERM');
    expect(code).toBe(0);
    socket.ws.terminate();
  });
});
