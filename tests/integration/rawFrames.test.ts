import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { createBoard, Visitor, type CreatedBoard } from './support/visit.ts';
import { YClient } from './support/YClient.ts';

/*
 * Frames that no websocket library would send, written by hand on a TCP connection (RFC 6455 section 5.2):
 * one byte FIN and opcode, one byte mask and length, four bytes mask, the payload.
 */

let server: TestServer;
let board: CreatedBoard;
let witness: YClient;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  board = await createBoard(server);
  witness = await YClient.open(await Visitor.join(server, board, 'contributor'));
});

const fin = 0x80;
const masked = 0x80;
const noMask = [0, 0, 0, 0];

/** A masked frame with a mask of zeros, under which the payload stands as it is. */
function frame(firstByte: number, payload: readonly number[] = []): number[] {
  return [firstByte, masked | payload.length, ...noMask, ...payload];
}

async function openTcp(): Promise<Socket> {
  const visitor = await Visitor.join(server, board, 'contributor');
  const { hostname, port, pathname, search } = new URL(await visitor.syncAddress());
  const socket = connect(Number(port), hostname);
  socket.write(
    [
      `GET ${pathname}${search} HTTP/1.1`,
      'Host: localhost',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      '\r\n',
    ].join('\r\n'),
  );
  await new Promise<void>((resolve, reject) => {
    socket.once('data', (data) => {
      if (data.toString('latin1').startsWith('HTTP/1.1 101')) resolve();
      else reject(new Error(data.toString('latin1')));
    });
  });
  return socket;
}

/** The code of the close frame that the server sends; null if it ends the connection without one. */
function closeCode(socket: Socket): Promise<number | null> {
  const chunks: Buffer[] = [];
  socket.on('data', (data) => chunks.push(data));
  socket.on('error', () => undefined);
  return new Promise((resolve) => {
    const look = (): void => {
      const code = closeCodeIn(Buffer.concat(chunks));
      if (code !== null) resolve(code);
    };
    socket.on('data', look);
    socket.on('close', () => resolve(closeCodeIn(Buffer.concat(chunks))));
  });
}

/** Walks over the frames of a server, which are not masked. */
function closeCodeIn(bytes: Buffer): number | null {
  let start = 0;
  while (start + 2 <= bytes.length) {
    const short = bytes.readUInt8(start + 1);
    const head = short === 126 ? 4 : 2;
    if (start + head > bytes.length) return null;
    const length = short === 126 ? bytes.readUInt16BE(start + 2) : short;
    if (bytes.readUInt8(start) === (fin | 8)) return length >= 2 ? bytes.readUInt16BE(start + head) : null;
    start += head + length;
  }
  return null;
}

describe('a frame against the protocol of websockets', () => {
  it.each([
    ['a reserved opcode', frame(fin | 3), 1002],
    ['a reserved bit', frame(fin | 0x40 | 2), 1002],
    ['a frame without a mask', [fin | 2, 1, 0], 1002],
    ['a continuation of nothing', frame(fin | 0, [1]), 1002],
    ['a ping of 126 bytes', [fin | 9, masked | 126, 0, 126, ...noMask, ...Array<number>(126).fill(0)], 1002],
    ['a ping in pieces', frame(9), 1002],
    ['a close frame of one byte', frame(fin | 8, [3]), 1002],
    ['a close frame with a code that may not be sent', frame(fin | 8, [3, 237]), 1002],
    ['a close reason in bad UTF-8', frame(fin | 8, [3, 232, 0xc3, 0x28]), 1007],
    ['text in bad UTF-8', frame(fin | 1, [0xc3, 0x28]), 1007],
    ['a length of 2^62', [fin | 2, masked | 127, 0x40, 0, 0, 0, 0, 0, 0, 0], 1009],
    ['a length of 4 GB', [fin | 2, masked | 127, 0, 0, 0, 1, 0, 0, 0, 0, ...noMask], 1009],
  ])('%s closes the connection and harms nobody else', async (_what, bytes, code) => {
    const socket = await openTcp();
    const closed = closeCode(socket);
    socket.write(Uint8Array.from(bytes));
    expect(await closed).toBe(code);
    socket.destroy();
    expect(await othersAreAtWork()).toBe(true);
  });

  it('endless fragments close the connection', async () => {
    const socket = await openTcp();
    const closed = closeCode(socket);
    socket.write(Uint8Array.from(frame(2, [1])));
    const piece = frame(0, [1]);
    socket.write(Uint8Array.from(Array.from({ length: 2_000 }, () => piece).flat()));
    expect(await closed).toBe(1008);
    socket.destroy();
    expect(await othersAreAtWork()).toBe(true);
  });

  it('a connection that is cut in the middle of a frame harms nobody else', async () => {
    const socket = await openTcp();
    socket.write(Uint8Array.from([fin | 2, masked | 100, ...noMask, 1, 2, 3]));
    socket.resetAndDestroy();
    expect(await othersAreAtWork()).toBe(true);
  });
});

/** Whether somebody who comes now is heard by somebody who was here before. */
async function othersAreAtWork(): Promise<boolean> {
  const other = await YClient.open(await Visitor.join(server, board, 'contributor'));
  other.doc.getMap('records').set('page:other', { name: 'Still here' });
  await witness.until((doc) => doc.getMap('records').has('page:other'));
  const isConnected = witness.provider.wsconnected;
  other.close();
  witness.close();
  return isConnected;
}
