import { toHexString } from 'lib0/buffer';
import * as decoding from 'lib0/decoding';
import { encodeUtf8 } from 'lib0/string';
import { describe, expect, test } from 'vitest';
import type { CommandId, ParticipantId, ThreadId } from './ids.ts';
import {
  decodeCommand,
  decodeServerMessage,
  encodeBoardChange,
  encodeCommand,
  encodeCommandAnswer,
  encodeComments,
  encodeCommentsSeen,
  encodeEphemeral,
  encodeNotice,
  encodeSaved,
  encodeSnapshotsChanged,
  encodeWorkshop,
  isEditFrame,
  messageType,
} from './messages.ts';

const commandId = 'c1' as CommandId;
const text = (words: string) => toHexString(encodeUtf8(words));

function decode(frame: Uint8Array) {
  const decoder = decoding.createDecoder(frame);
  return decodeServerMessage(decoding.readVarUint(decoder), decoder);
}

describe('frames as bytes', () => {
  // Kept for ever: a client of this version reads exactly these.
  test.each([
    ['saved', encodeSaved(300), `64ac02`],
    ['notice', encodeNotice({ code: 'storage-trouble' }), `661a${text('{"code":"storage-trouble"}')}`],
    ['board', encodeBoardChange({ title: 'A' }), `650d${text('{"title":"A"}')}`],
    ['workshop', encodeWorkshop({ a: 1 }), `6707${text('{"a":1}')}`],
    ['command', encodeCommand({ commandId, command: 1 }), `681e${text('{"commandId":"c1","command":1}')}`],
    ['answer', encodeCommandAnswer({ commandId, result: 1 }), `691d${text('{"commandId":"c1","result":1}')}`],
    ['sign', encodeEphemeral({ a: 1 }), `6a07${text('{"a":1}')}`],
    ['comments', encodeComments({ threads: [] }), `6e0e${text('{"threads":[]}')}`],
    ['comments seen', encodeCommentsSeen({ ['t1' as ThreadId]: 2 }), `6f08${text('{"t1":2}')}`],
    ['snapshots changed', encodeSnapshotsChanged(), '73'],
  ])('%s', (_name, frame, bytes) => {
    expect(toHexString(frame)).toBe(bytes);
  });
});

describe('decodeServerMessage', () => {
  test('reads back what the server encodes', () => {
    const participant = {
      id: 'p1' as ParticipantId,
      name: 'Anna',
      partnerId: null,
      role: 'observer' as const,
      removed: false,
    };
    expect(decode(encodeSaved(7))).toEqual({ ok: true, value: { type: 'saved', count: 7 } });
    expect(decode(encodeBoardChange({ participants: [participant] }))).toEqual({
      ok: true,
      value: { type: 'board', change: { participants: [participant] } },
    });
    expect(decode(encodeWorkshop({ step: 1 }))).toEqual({
      ok: true,
      value: { type: 'workshop', view: { step: 1 } },
    });
  });

  test.each([
    ['a type that is not the server’s', new Uint8Array([messageType.command, 0])],
    ['a cut number', new Uint8Array([messageType.saved, 0x80])],
    ['a text that ends before its length', new Uint8Array([messageType.board, 40, 0x7b])],
    ['JSON of another form', encodeNotice({ code: 'unheard-of' as 'storage-trouble' })],
  ])('fails on %s and throws nothing', (_what, frame) => {
    expect(decode(frame).ok).toBe(false);
  });
});

function rest(frame: Uint8Array): decoding.Decoder {
  const decoder = decoding.createDecoder(frame);
  decoding.readVarUint(decoder);
  return decoder;
}

describe('decodeCommand', () => {
  test('reads the envelope and leaves the command to the workshop', () => {
    const envelope = { commandId, command: { type: 'next' } };
    expect(decodeCommand(rest(encodeCommand(envelope)))).toEqual({ ok: true, value: envelope });
  });

  test('fails on an id that could be a path or a page of text', () => {
    const frame = encodeCommand({ commandId: '../x' as CommandId, command: 1 });
    expect(decodeCommand(rest(frame)).ok).toBe(false);
  });
});

test('only updates and answers to a sync request are edits', () => {
  expect([0, 1, 2, 3].map((type) => isEditFrame(new Uint8Array([messageType.sync, type])))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isEditFrame(new Uint8Array([messageType.awareness, 2]))).toBe(false);
  expect(isEditFrame(new Uint8Array())).toBe(false);
});
