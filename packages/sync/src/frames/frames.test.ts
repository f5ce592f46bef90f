import { isEditFrame } from '@common-ground/protocol';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { decodeFrame } from './decodeFrame.ts';
import { encodeSyncFrame } from './encodeSyncFrame.ts';

describe('encodeSyncFrame', () => {
  it('writes what y-protocols writes, at every size of the length number', () => {
    for (const length of [0, 1, 127, 128, 16_383, 16_384, 2_097_152]) {
      const payload = new Uint8Array(length).fill(7);
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, 0);
      sync.writeUpdate(encoder, payload);
      expect(equal(encodeSyncFrame('update', payload), encoding.toUint8Array(encoder)), `${length}`).toBe(
        true,
      );
    }
  });

  it('writes edit frames for updates and step 2 only', () => {
    const payload = Uint8Array.from([0]);
    expect(isEditFrame(encodeSyncFrame('update', payload))).toBe(true);
    expect(isEditFrame(encodeSyncFrame('step2', payload))).toBe(true);
    expect(isEditFrame(encodeSyncFrame('step1', payload))).toBe(false);
  });
});

describe('decodeFrame', () => {
  it('reads what y-protocols writes', () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'hello');
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 0);
    sync.writeSyncStep2(encoder, doc);
    expect(decodeFrame(encoding.toUint8Array(encoder))).toEqual({
      ok: true,
      value: { type: 'step2', update: Y.encodeStateAsUpdate(doc) },
    });
    expect(decodeFrame(Uint8Array.from([3]))).toEqual({ ok: true, value: { type: 'queryAwareness' } });
  });

  it.each([
    ['nothing', [], 'undecodable-frame'],
    ['a type number that does not end', [128], 'undecodable-frame'],
    ['a sync frame without its kind', [0], 'undecodable-frame'],
    ['a length beyond the frame', [0, 2, 5, 1], 'undecodable-frame'],
    ['a length beyond all memory', [0, 2, 255, 255, 255, 255, 255, 255, 7], 'undecodable-frame'],
    ['bytes behind the message', [0, 2, 1, 0, 9], 'undecodable-frame'],
    ['an unknown kind of sync frame', [0, 3, 0], 'unknown-message'],
    ['y-protocols auth, which is not ours', [2, 0], 'unknown-message'],
    ['a message that only the server sends', [101, 2, 123, 125], 'unknown-message'],
  ])('refuses %s', (_, bytes, reason) => {
    expect(decodeFrame(Uint8Array.from(bytes))).toEqual({ ok: false, error: reason });
  });
});

function equal(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((value, index) => value === right[index]);
}
