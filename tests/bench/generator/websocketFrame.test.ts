import { describe, expect, it } from 'vitest';
import { clientFrame, FrameReader, opcodes } from './websocketFrame.ts';

/** As a server would send it: without a mask. */
function serverFrame(payload: Buffer): Buffer {
  const masked = clientFrame(payload);
  const headerBytes = masked.length - payload.length - 4;
  const frame = Buffer.concat([masked.subarray(0, headerBytes), payload]);
  frame[1] = (frame[1] ?? 0) & 0x7f;
  return frame;
}

function read(chunks: readonly Buffer[], keptBytes = Number.MAX_SAFE_INTEGER): Buffer[] {
  const reader = new FrameReader(keptBytes);
  const payloads: Buffer[] = [];
  for (const chunk of chunks) reader.push(chunk, ({ payload }) => payloads.push(Buffer.from(payload)));
  return payloads;
}

const payloads = [0, 1, 125, 126, 300, 65_535, 65_536].map((length) => Buffer.alloc(length, length % 251));

describe('FrameReader', () => {
  it('reads frames of every length', () => {
    expect(read([Buffer.concat(payloads.map(serverFrame))])).toEqual(payloads);
  });

  it.each([3, 7, 1_000, 65_537])('reads frames that arrive %i bytes at a time', (size) => {
    const bytes = Buffer.concat(payloads.map(serverFrame));
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      Buffer.from(bytes.subarray(index * size, (index + 1) * size)),
    );
    expect(read(chunks)).toEqual(payloads);
  });

  it('keeps only the beginning of a large frame that arrives in pieces', () => {
    const frame = serverFrame(Buffer.alloc(1_000, 7));
    const next = Buffer.from('next');
    const received = read(
      [frame.subarray(0, 100), Buffer.concat([frame.subarray(100), serverFrame(next)])],
      10,
    );
    expect(received).toEqual([Buffer.alloc(10, 7), next]);
  });
});

describe('clientFrame', () => {
  it('is final, masked with zeros, and of the kind that was asked for', () => {
    const frame = clientFrame(Buffer.from('hi'), opcodes.text);
    expect([...frame]).toEqual([0x81, 0x82, 0, 0, 0, 0, 0x68, 0x69]);
  });
});
