import { EventEmitter } from 'node:events';
import { FakeClock } from '@common-ground/testkit';
import { describe, expect, it } from 'vitest';
import { keepAlive, type PingedSocket } from './keepAlive.ts';

const times = { pingEveryMs: 25_000, silenceMs: 70_000 };

/** A socket whose other end answers pings only when the test says so. */
class PingedFake extends EventEmitter {
  readyState = 1 as const;
  pings = 0;
  readonly sent: unknown[] = [];
  isTerminated = false;

  ping(): void {
    this.pings += 1;
  }

  send(frame: unknown): void {
    this.sent.push(frame);
  }

  terminate(): void {
    this.isTerminated = true;
    this.emit('close');
  }
}

function setup() {
  const clock = new FakeClock();
  const socket = new PingedFake();
  keepAlive(socket as unknown as PingedSocket, clock, times);
  return { clock, socket };
}

describe('keepAlive', () => {
  it('pings every 25 s for as long as the other end answers', () => {
    const { clock, socket } = setup();
    for (let count = 0; count < 20; count += 1) {
      clock.advance(25_000);
      socket.emit('pong');
    }
    expect(socket.pings).toBe(20);
    expect(socket.isTerminated).toBe(false);
  });

  it('sends an empty awareness frame with each ping', () => {
    const { clock, socket } = setup();
    clock.advance(25_000);
    expect(socket.sent).toEqual([Uint8Array.of(1, 1, 0)]);
  });

  it('takes a message for a sign of life', () => {
    const { clock, socket } = setup();
    for (let count = 0; count < 20; count += 1) {
      clock.advance(25_000);
      socket.emit('message');
    }
    expect(socket.isTerminated).toBe(false);
  });

  it('ends a silent connection within 75 s', () => {
    const { clock, socket } = setup();
    clock.advance(74_999);
    expect(socket.isTerminated).toBe(false);
    clock.advance(1);
    expect(socket.isTerminated).toBe(true);
  });

  it('leaves no timer behind', () => {
    const { clock, socket } = setup();
    clock.advance(30_000);
    socket.emit('close');
    expect(clock.pendingTimers).toBe(0);
    clock.advance(100_000);
    expect(socket.pings).toBe(1);
  });

  it('leaves no timer behind after ending a connection', () => {
    const { clock } = setup();
    clock.advance(75_000);
    expect(clock.pendingTimers).toBe(0);
  });
});
