import { beforeEach, describe, expect, test } from 'vitest';
import type { TLShapeId } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { TestCanvas } from '../testing/TestCanvas.ts';

let alice: TestCanvas;
let bob: TestCanvas;

beforeEach(() => {
  alice = new TestCanvas('alice');
  bob = new TestCanvas('bob');
});

describe('the name of a frame', () => {
  test('keeps what two people wrote in it at once', () => {
    const frame = alice.drawsFrame();
    names(alice, frame, 'goals');
    deliver();
    names(alice, frame, 'our goals');
    names(bob, frame, 'goals for spring');
    deliver();
    expect(nameOf(alice, frame)).toBe('our goals for spring');
    expect(nameOf(bob, frame)).toBe('our goals for spring');
  });

  test('keeps what came in before it was shown', () => {
    const frame = alice.drawsFrame();
    deliver();
    names(bob, frame, 'from bob');
    Y.applyUpdate(alice.doc, Y.encodeStateAsUpdate(bob.doc));
    names(alice, frame, 'alice ');
    alice.looks();
    expect(nameOf(alice, frame)).toHaveLength('alice from bob'.length);
    expect(nameOf(alice, frame)).toContain('from bob');
    expect(nameOf(alice, frame)).toContain('alice');
  });

  test('is taken back without the words of others', () => {
    const frame = alice.drawsFrame();
    deliver();
    alice.undo.mark();
    names(alice, frame, 'mine');
    deliver();
    names(bob, frame, 'mine, yours');
    deliver();
    alice.undo.undo();
    alice.looks();
    expect(nameOf(alice, frame)).toBe(', yours');
  });
});

test('the label of an arrow is merged by the character', () => {
  const { arrow } = alice.connects(alice.writes('a'), alice.writes('b', { at: [400, 0] }));
  deliver();
  alice.changesProps(arrow, { text: 'leads' });
  deliver();
  alice.changesProps(arrow, { text: 'leads to' });
  bob.changesProps(arrow, { text: 'so leads' });
  deliver();
  expect(alice.sees(arrow)?.props).toMatchObject({ text: 'so leads to' });
  expect(bob.sees(arrow)?.props).toEqual(alice.sees(arrow)?.props);
});

test('a text of an older document, kept as a value, is merged from the first change on', () => {
  const frame = alice.drawsFrame();
  alice.doc.transact(() => alice.board.shapes.get(frame)?.set('p.name', 'old'));
  deliver();
  names(alice, frame, 'old and new');
  deliver();
  expect(nameOf(bob, frame)).toBe('old and new');
  expect(bob.board.shapes.get(frame)?.get('p.name')).toBeInstanceOf(Y.Text);
});

function names(person: TestCanvas, frame: TLShapeId, name: string): void {
  person.changesProps(frame, { name });
}

function nameOf(person: TestCanvas, frame: TLShapeId): unknown {
  return (person.sees(frame)?.props as { name: string } | undefined)?.name;
}

function deliver(): void {
  Y.applyUpdate(bob.doc, Y.encodeStateAsUpdate(alice.doc));
  Y.applyUpdate(alice.doc, Y.encodeStateAsUpdate(bob.doc));
  alice.looks();
  bob.looks();
}
