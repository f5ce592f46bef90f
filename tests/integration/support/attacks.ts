import * as Y from 'yjs';
import { clientFrame, opcodes } from '../../bench/generator/websocketFrame.ts';
import { awarenessFrame, lackingFrame, rawUpdateFrame, step1Frame, updateFrame } from './frames.ts';

/** Something that no client of ours sends, as bytes on an open websocket. */
export interface Attack {
  readonly what: string;
  /** How the server ends the connection. */
  readonly closeCode: number;
  readonly frames: () => Buffer[];
}

const fin = 0x80;
const masked = 0x80;
const noMask = [0, 0, 0, 0];
/** Nearly what one frame may hold. */
const heavyBytes = 1_900_000;

/** Every bad input that costs its sender the connection, those that carry much among them. */
export const attacks: readonly Attack[] = [
  attack('an unknown message', 1003, () => [[99]]),
  attack('a large unknown message', 1003, () => [new Uint8Array(heavyBytes).fill(99)]),
  attack('a number without an end', 1007, () => [[0, 2, 255, 255, 255]]),
  attack('a length beyond the frame', 1007, () => [[0, 2, 100, 0]]),
  attack('an update that is none', 1008, () => [rawUpdateFrame(new Uint8Array(heavyBytes).fill(255))]),
  attack('an update cut short', 1007, () => [
    updateFrame((doc) => doc.getMap('records').set('page:evil', { name: text(heavyBytes / 10) })).slice(
      0,
      -9,
    ),
  ]),
  attack('updates that build on what is missing', 1008, () => [
    lackingFrame('update'),
    lackingFrame('step2'),
  ]),
  attack('a record over its limit', 1008, () => [
    updateFrame((doc) => doc.getMap('records').set('page:evil', { name: text(heavyBytes) })),
  ]),
  attack('a record that nests too deep', 1008, () => [
    updateFrame((doc) => doc.getMap('records').set('page:evil', { nested: nested(200) })),
  ]),
  attack('cursors that are too large', 1008, () => {
    const cursor = awarenessFrame(new Y.Doc(), { text: text(100_000) });
    return Array.from({ length: 30 }, () => cursor);
  }),
  attack('requests for the board without an end', 1008, () => Array.from({ length: 60 }, () => step1Frame())),
  attack('more frames than anybody types', 1008, () => {
    const nothing = updateFrame(() => undefined);
    return Array.from({ length: 9_000 }, () => nothing);
  }),
  raw('text', 1003, () => [clientFrame(new TextEncoder().encode('{"a":1}'), opcodes.text)]),
  raw('a frame over the limit', 1009, () => [clientFrame(new Uint8Array(3_000_000))]),
  raw('a length of 2^62', 1009, () => [bytes([fin | 2, masked | 127, 0x40, 0, 0, 0, 0, 0, 0, 0])]),
  raw('a reserved opcode', 1002, () => [bytes([fin | 3, masked, ...noMask])]),
  raw('text in bad UTF-8', 1007, () => [clientFrame(Uint8Array.of(0xc3, 0x28), opcodes.text)]),
  raw('endless fragments', 1008, () => [
    bytes([2, masked | 1, ...noMask, 1]),
    ...Array.from({ length: 2_000 }, () => bytes([0, masked | 1, ...noMask, 1])),
  ]),
];

function attack(
  what: string,
  closeCode: number,
  messages: () => readonly (Uint8Array | readonly number[])[],
): Attack {
  return {
    what,
    closeCode,
    frames: () => messages().map((message) => clientFrame(Uint8Array.from(message))),
  };
}

function raw(what: string, closeCode: number, frames: () => Buffer[]): Attack {
  return { what, closeCode, frames };
}

function bytes(values: readonly number[]): Buffer {
  return Buffer.from(values);
}

function text(length: number): string {
  return 'x'.repeat(length);
}

function nested(depth: number): unknown[] {
  let value: unknown[] = [];
  for (let level = 1; level < depth; level += 1) value = [value];
  return value;
}
