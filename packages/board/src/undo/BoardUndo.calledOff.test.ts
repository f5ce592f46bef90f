import { beforeEach, describe, expect, test } from 'vitest';
import type { TLShapeId } from '@tldraw/tlschema';
import { TestCanvas } from '../testing/TestCanvas.ts';
import { BoardUndo } from './BoardUndo.ts';

let alice: TestCanvas;
let note: TLShapeId;

beforeEach(() => {
  alice = new TestCanvas('alice');
  note = alice.writes('note', { at: [0, 0] });
});

describe('a gesture that was called off', () => {
  test('leaves earlier steps to be taken back', () => {
    alice.undo.mark();
    alice.moves(note).to(100, 0);
    alice.undo.mark();
    const depth = alice.undo.depth();
    alice.moves(note).to(200, 0);
    alice.moves(note).to(300, 0);
    alice.undo.takeBackAfter(depth);
    alice.looks();
    expect(alice.sees(note)).toMatchObject({ x: 100 });
    expect(alice.undo.depth()).toBe(depth);
    expect(alice.undo.canRedo()).toBe(false);
    alice.undo.undo();
    alice.looks();
    expect(alice.sees(note)).toMatchObject({ x: 0 });
  });

  test('is not written again by tldraw’s own taking it back', () => {
    alice.binding.withoutWriting(() => alice.moves(note).to(50, 50));
    expect(alice.sees(note)).toMatchObject({ x: 50 });
    alice.looks();
    expect(alice.sees(note)).toMatchObject({ x: 0, y: 0 });
    alice.moves(note).to(7, 7);
    alice.looks();
    expect(alice.sees(note)).toMatchObject({ x: 7, y: 7 });
  });

  test('what is done after a step was made again is a step of its own', () => {
    alice.undo.mark();
    alice.moves(note).to(100, 0);
    alice.undo.undo();
    alice.undo.redo();
    alice.looks();
    alice.moves(note).to(200, 0);
    alice.undo.undo();
    alice.looks();
    expect(alice.sees(note)).toMatchObject({ x: 100 });
  });
});

test('whoever listens learns what can be undone and redone when the step is done', () => {
  const states: string[] = [];
  const undo = new BoardUndo(alice.board, {
    onChange: () => states.push(`${undo.canUndo()} ${undo.canRedo()}`),
  });
  alice.moves(note).to(1, 0);
  undo.mark();
  alice.moves(note).to(2, 0);
  undo.undo();
  undo.redo();
  expect(states.slice(-2)).toEqual(['true true', 'true false']);
  undo.dispose();
});
