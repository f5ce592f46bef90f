import * as decoding from 'lib0/decoding';
import { describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { forEachMark } from '../generator/marks.ts';
import { moveOfPlace, noteIds, placeOfMove, firstPlace } from './Wire.ts';
import { hocuspocusWire, YjsWire } from './YjsWire.ts';

/** What a client's frame carries; none of those here is longer than 64 kB. */
function payloadOf(frame: Buffer): Buffer {
  return frame.subarray(((frame[1] ?? 0) & 0x7f) === 126 ? 8 : 6);
}

describe('YjsWire', () => {
  const wire = new YjsWire();
  const ids = noteIds(3);

  it('lays out notes and moves them in turn, whoever of the two arrives first', () => {
    const [notes, moves] = [wire.notes(ids), wire.moves(0, ids, 5)].map((frames) => frames.map(payloadOf));
    for (const answer of [
      [...(notes ?? []), ...(moves ?? [])],
      [...(moves ?? []), ...(notes ?? [])],
    ]) {
      const places = wire.placesIn(answer);
      expect(ids.map((id) => places.get(id))).toEqual([placeOfMove(3), placeOfMove(4), placeOfMove(2)]);
    }
  });

  it('tells moved notes from those that never were', () => {
    expect(moveOfPlace(placeOfMove(0))).toBe(0);
    expect(moveOfPlace(firstPlace(4_999))).toBeNull();
    expect(moveOfPlace(undefined)).toBeNull();
  });

  it('marks each move', () => {
    const marks: [number, number][] = [];
    for (const frame of wire.moves(7, ids, 4)) {
      expect(wire.mayHoldEdits(payloadOf(frame))).toBe(true);
      forEachMark(payloadOf(frame), (writer, seq) => marks.push([writer, seq]));
    }
    expect(marks).toEqual([0, 1, 2, 3].map((seq) => [7, seq]));
  });

  it('moves cursors so that every frame is news to y-protocols', () => {
    const awareness = new Awareness(new Y.Doc());
    awareness.setLocalState(null);
    const next = wire.cursor(5);
    for (let move = 1; move <= 300; move += 1) {
      const decoder = decoding.createDecoder(payloadOf(next()));
      expect(decoding.readVarUint(decoder)).toBe(1);
      applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), null);
      expect([...awareness.getStates().values()]).toMatchObject([{ cursor: [1_000 + move, 1_000] }]);
    }
    awareness.destroy();
  });
});

describe('hocuspocusWire', () => {
  it('names the document in each frame and asks for entrance first', () => {
    const frames = hocuspocusWire('board').hello(0).map(payloadOf);
    expect(frames.map((frame) => frame.subarray(0, 8).toString('latin1'))).toEqual([
      '\u0005board\u0002\u0000',
      '\u0005board\u0000\u0000',
    ]);
  });
});
