import { describe, expect, it } from 'vitest';
import { FrameQueue } from './FrameQueue.ts';

describe('FrameQueue', () => {
  it('gives frames back in order, once', () => {
    const queue = new FrameQueue(10, 100);
    const [first, second] = [Uint8Array.of(1), Uint8Array.of(2, 2)];
    expect(queue.push(first)).toBe(true);
    expect(queue.push(second)).toBe(true);
    expect(queue.drain()).toEqual([first, second]);
    expect(queue.drain()).toEqual([]);
  });

  it('takes no more frames than it has room for', () => {
    const queue = new FrameQueue(2, 100);
    queue.push(Uint8Array.of(1));
    queue.push(Uint8Array.of(2));
    expect(queue.push(Uint8Array.of(3))).toBe(false);
    expect(queue.drain()).toHaveLength(2);
    expect(queue.push(Uint8Array.of(3))).toBe(true);
  });

  it('takes no more bytes than it has room for', () => {
    const queue = new FrameQueue(10, 100);
    expect(queue.push(new Uint8Array(60))).toBe(true);
    expect(queue.push(new Uint8Array(41))).toBe(false);
    expect(queue.push(new Uint8Array(40))).toBe(true);
  });
});
