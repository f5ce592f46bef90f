import { EventEmitter } from 'node:events';
import {
  closeReasons,
  protocolVersion,
  type CloseReason,
  type LinkId,
  type ParticipantId,
} from '@common-ground/protocol';
import { settlePromises } from '@common-ground/testkit';
import type { FastifyBaseLogger } from 'fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import type { ParticipantRecord } from '../access/ParticipantStore.ts';
import { parseConfig } from '../config.ts';
import type { ServerContext } from '../ServerContext.ts';
import { Traffic } from '../metrics/Traffic.ts';
import { systemClock } from '../systemClock.ts';
import { memoryBoards, type MemoryBoards } from '../testing/memoryBoards.ts';
import { Connection } from './Connection.ts';

/** The part of a websocket that a connection uses, with the other end in the test's hands. */
class FakeWebSocket extends EventEmitter {
  readyState = 1;
  readonly bufferedAmount = 0;
  readonly sent: Uint8Array[] = [];
  closedWith: { code: number; reason: string } | null = null;

  send(frame: Uint8Array): void {
    this.sent.push(frame);
  }

  close(code: number, reason: string): void {
    this.closedWith ??= { code, reason };
    this.readyState = 2;
  }

  ping(): void {}

  terminate(): void {}

  /** A message arrives. */
  receive(...bytes: readonly number[]): void {
    this.emit('message', Buffer.from(bytes), true);
  }
}

/** Asks for the whole board. */
const step1 = [0, 0, 1, 0] as const;

const log = { info: () => undefined, error: () => undefined } as unknown as FastifyBaseLogger;
const alice: ParticipantRecord = {
  id: 'alice' as ParticipantId,
  name: 'Alice',
  partnerId: null,
  role: 'contributor',
  linkId: 'b-contributor' as LinkId,
  joinedAt: 1,
  removedAt: null,
};

let boards: MemoryBoards;
let ws: FakeWebSocket;
beforeEach(async () => {
  boards = await memoryBoards();
  await boards.participants.add(boards.board.id, alice);
  ws = new FakeWebSocket();
});

function open(version: string | null = null): void {
  const config = parseConfig({});
  if (!config.ok) throw new Error(JSON.stringify(config.error));
  const traffic = new Traffic();
  const context = {
    ...boards,
    clock: systemClock,
    config: config.value,
    traffic,
  } as unknown as ServerContext;
  const arrival = { boardId: boards.board.id, participant: alice, version };
  Connection.open(context, ws as unknown as WebSocket, arrival, log);
}

function closing(reason: CloseReason) {
  return { code: closeReasons[reason].code, reason };
}

describe('a connection whose board is being loaded', () => {
  it('holds frames and hands them over in order when the board is there', async () => {
    const release = boards.canvases.hold();
    open();
    ws.receive(...step1);
    await settlePromises();
    expect(ws.sent).toEqual([]);
    release();
    await expect.poll(() => ws.sent.some(([type, kind]) => type === 0 && kind === 1)).toBe(true);
    ws.emit('close');
  });

  it('is closed when too many come', async () => {
    boards.canvases.hold();
    open();
    for (let count = 0; count < 300; count += 1) ws.receive(3);
    expect(ws.closedWith).toEqual(closing('too-many-frames'));
  });

  it('joins nobody who left meanwhile', async () => {
    const release = boards.canvases.hold();
    open();
    ws.emit('close');
    release();
    const room = await boards.live.open(boards.board.id);
    await expect.poll(() => room.sessionCount).toBe(0);
    expect(ws.closedWith).toBeNull();
  });

  it('is cut off when the link it came by was renewed meanwhile', async () => {
    const release = boards.canvases.hold();
    open();
    const link = boards.gatekeeper.newLink('new' as LinkId);
    const by = 'bob' as ParticipantId;
    await boards.links.renew(boards.board.id, { role: 'contributor', link, at: 2, by });
    release();
    await expect.poll(() => ws.closedWith).toEqual(closing('link-revoked'));
  });

  it('is cut off when its participant was removed meanwhile', async () => {
    const release = boards.canvases.hold();
    open();
    await boards.participants.change(boards.board.id, alice.id, { removedAt: 2 });
    release();
    await expect.poll(() => ws.closedWith).toEqual(closing('removed'));
  });

  it('has the role its participant was given meanwhile', async () => {
    const release = boards.canvases.hold();
    open(String(protocolVersion));
    await boards.participants.change(boards.board.id, alice.id, { role: 'observer' });
    release();
    const told = () => ws.sent.map((frame) => Buffer.from(frame).toString()).join('');
    await expect.poll(told).toContain('"you":{"participantId":"alice","role":"observer"}');
    ws.emit('close');
  });

  it('is closed with a reason when the board cannot be loaded', async () => {
    boards.canvases.failNext('load');
    open();
    await expect.poll(() => ws.closedWith).toEqual(closing('server-trouble'));
  });

  it('is closed as by a restart when the server stops', async () => {
    const release = boards.canvases.hold();
    open();
    const closed = boards.live.close();
    release();
    await closed;
    await expect.poll(() => ws.closedWith).toEqual(closing('restarting'));
  });
});

describe('a connection', () => {
  it('of another version is closed before anything is loaded', () => {
    open('0');
    expect(ws.closedWith).toEqual(closing('client-too-old'));
    expect(boards.canvases.calls.load).toBe(0);
  });

  it('that sends text is closed', () => {
    open();
    ws.emit('message', Buffer.from('hello'), false);
    expect(ws.closedWith).toEqual(closing('text-frame'));
  });
});
