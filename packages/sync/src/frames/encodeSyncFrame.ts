import { messageType, syncType } from '@common-ground/protocol';

/**
 * The frame `0 • sync type • varUint8Array(payload)` of y-protocols. Written by hand into one array of the right
 * size: lib0's encoder would copy a large payload twice.
 */
export function encodeSyncFrame(type: keyof typeof syncType, payload: Uint8Array): Uint8Array {
  const headLength = 2 + varUintLength(payload.length);
  const frame = new Uint8Array(headLength + payload.length);
  frame[0] = messageType.sync;
  frame[1] = syncType[type];
  writeVarUint(frame, 2, payload.length);
  frame.set(payload, headLength);
  return frame;
}

function varUintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) length += 1;
  return length;
}

function writeVarUint(target: Uint8Array, start: number, value: number): void {
  let rest = value;
  let position = start;
  for (; rest > 127; rest = Math.floor(rest / 128)) {
    target[position] = 128 | (rest % 128);
    position += 1;
  }
  target[position] = rest;
}
