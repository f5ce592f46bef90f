import type { ParticipantId } from '@common-ground/protocol';
import { FakeClock } from '@common-ground/testkit';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { decodeAwareness, encodeAwarenessFrame, type AwarenessEntry } from './awarenessCodec.ts';
import { RoomAwareness } from './RoomAwareness.ts';

const alice = { participantId: 'alice' as ParticipantId };
const bob = { participantId: 'bob' as ParticipantId };

describe('RoomAwareness', () => {
  it('shows a state to everybody at once, stamped with whose it is', () => {
    const { awareness, sent } = setUp();
    expect(awareness.receive(alice, update([1, 1, '{"pid":"bob","cursor":[1,2]}']))).toBe('fine');
    expect(sent).toEqual([[{ clientId: 1, clock: 1, json: '{"pid":"alice","cursor":[1,2]}' }]]);
  });

  it('merges what changes during the pause and keeps only the latest of each', () => {
    const { awareness, sent, clock } = setUp();
    awareness.receive(alice, update([1, 1, '{"x":1}']));
    awareness.receive(alice, update([1, 2, '{"x":2}']));
    awareness.receive(bob, update([2, 1, '{"x":9}']));
    awareness.receive(alice, update([1, 3, '{"x":3}']));
    expect(sent).toHaveLength(1);
    clock.advance(80);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.map((entry) => [entry.clientId, JSON.parse(entry.json).x])).toEqual([
      [1, 3],
      [2, 9],
    ]);
  });

  it('sends less often when many people are on the board', () => {
    const { awareness, sent, clock } = setUp();
    for (let index = 0; index < 40; index += 1)
      awareness.receive({ participantId: `p${index}` as ParticipantId }, update([index, 1, '{}']));
    clock.advance(1_000);
    sent.length = 0;
    const holder = { participantId: 'new' as ParticipantId };
    for (let clockNumber = 1; clockNumber <= 100; clockNumber += 1) {
      awareness.receive(holder, update([99, clockNumber, '{}']));
      clock.advance(10);
    }
    expect(sent.length).toBeGreaterThanOrEqual(6);
    expect(sent.length).toBeLessThanOrEqual(7);
  });

  it('ignores a state that is not newer, and takes a null state as leaving', () => {
    const { awareness, sent, clock } = setUp();
    awareness.receive(alice, update([1, 5, '{"x":1}']));
    expect(awareness.receive(alice, update([1, 5, '{"x":2}']))).toBe('fine');
    clock.advance(80);
    expect(sent).toHaveLength(1);
    awareness.receive(alice, update([1, 5, 'null']));
    expect(sent[1]).toEqual([{ clientId: 1, clock: 5, json: 'null' }]);
    expect(awareness.everybody()).toBeNull();
  });

  it('tells the others when a socket leaves', () => {
    const { awareness, sent, clock } = setUp();
    awareness.receive(alice, update([1, 4, '{}']));
    clock.advance(80);
    awareness.leave(alice);
    expect(sent[1]).toEqual([{ clientId: 1, clock: 4, json: 'null' }]);
    expect(awareness.participantOf(1)).toBeNull();
    awareness.leave(alice);
    clock.advance(80);
    expect(sent).toHaveLength(2);
  });

  it('lets a new socket of the same participant take over, so that the old one’s end removes nothing', () => {
    const { awareness, sent, clock } = setUp();
    const aliceAgain = { ...alice };
    awareness.receive(alice, update([1, 4, '{}']));
    awareness.receive(aliceAgain, update([1, 4, '{}']));
    clock.advance(80);
    sent.length = 0;
    awareness.leave(alice);
    clock.advance(80);
    expect(sent).toEqual([]);
    expect(awareness.participantOf(1)).toBe('alice');
  });

  it('drops a second client id, someone else’s id and ids that may not be shown', () => {
    const { awareness, sent } = setUp();
    awareness.receive(alice, update([1, 1, '{}']));
    awareness.receive(bob, update([2, 1, '{}']));
    expect(awareness.receive(alice, update([3, 1, '{}']))).toBe('dropped');
    expect(awareness.receive(alice, update([2, 7, '{"x":1}']))).toBe('dropped');
    expect(awareness.receive({ participantId: 'carol' as ParticipantId }, update([1, 9, '{}']))).toBe(
      'dropped',
    );
    expect(awareness.receive({ participantId: 'carol' as ParticipantId }, update([serverId, 1, '{}']))).toBe('dropped'); // prettier-ignore
    expect(sent.flat().map((entry) => entry.clientId)).toEqual([1]);
    expect(awareness.participantOf(2)).toBe('bob');
  });

  it('takes what the stock client sends back of others for the echo it is', () => {
    const { awareness, clock } = setUp();
    awareness.receive(bob, update([2, 3, '{}']));
    awareness.receive(alice, update([1, 1, '{}']));
    expect(awareness.receive(alice, update([2, 3, '{"pid":"bob"}'], [1, 2, '{}']))).toBe('fine');
    awareness.leave(bob);
    clock.advance(80);
    expect(awareness.receive(alice, update([2, 3, 'null']))).toBe('fine');
  });

  it('drops a state over the limit, counted in bytes', () => {
    const { awareness, sent } = setUp();
    const state = JSON.stringify({ text: 'é'.repeat(600) });
    expect(awareness.receive(alice, update([1, 1, state]))).toBe('dropped');
    expect(sent).toEqual([]);
  });

  it('cannot read what is not an awareness update with JSON objects in it', () => {
    const { awareness } = setUp();
    const whole = update([1, 1, '{"x":1}']);
    for (let length = 0; length < whole.length; length += 1)
      expect(awareness.receive({ ...alice }, whole.subarray(0, length))).toBe('undecodable');
    for (const json of ['{', '1', '"x"', '[]', `{"a":${'['.repeat(400)}`])
      expect(awareness.receive({ ...alice }, update([1, 1, json]))).toBe('undecodable');
    expect(awareness.receive(alice, Uint8Array.from([255, 255, 255, 1]))).toBe('undecodable');
  });

  it('speaks y-protocols', () => {
    const client = new Awareness(new Y.Doc());
    client.setLocalState({ cursor: null });
    const { awareness } = setUp();
    expect(awareness.receive(alice, encodeAwarenessUpdate(client, [client.clientID]))).toBe('fine');
    expect(awareness.participantOf(client.clientID)).toBe('alice');
    client.destroy();
  });
});

const serverId = 77;

function setUp(): { awareness: RoomAwareness; sent: AwarenessEntry[][]; clock: FakeClock } {
  const clock = new FakeClock();
  const sent: AwarenessEntry[][] = [];
  const awareness = new RoomAwareness({
    clock,
    maxStateBytes: 1_000,
    everyMs: 80,
    mayShow: (clientId) => clientId !== serverId,
    broadcast: (frame) => sent.push(readFrame(frame)),
  });
  return { awareness, sent, clock };
}

function readFrame(frame: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(frame);
  expect(decoding.readVarUint(decoder)).toBe(1);
  return decodeAwareness(decoding.readVarUint8Array(decoder)).map(({ clientId, clock, json }) => ({
    clientId,
    clock,
    json,
  }));
}

function update(...entries: (readonly [clientId: number, clock: number, json: string])[]): Uint8Array {
  const frame = encodeAwarenessFrame(entries.map(([clientId, clock, json]) => ({ clientId, clock, json })));
  const decoder = decoding.createDecoder(frame);
  decoding.readVarUint(decoder);
  return encoding.encode((encoder) => encoding.writeUint8Array(encoder, decoding.readVarUint8Array(decoder)));
}
