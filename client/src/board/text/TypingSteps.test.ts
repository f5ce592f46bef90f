import { boardOrigins, BoardUndo, openBoard, openSharedText } from '@common-ground/board';
import { toRichText } from '@tldraw/tldraw';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { TypingSteps } from './TypingSteps.ts';

test('words typed without a pause are one step, and a pause begins another', () => {
  const board = openBoard(new Y.Doc());
  board.shapes.set('shape:1', new Y.Map());
  const text = openSharedText(board, 'shape:1', toRichText('')) as Y.Text;
  let now = 0;
  const undo = new BoardUndo(board);
  const stop = new TypingSteps(undo, () => now).follow(board.doc);
  const types = (letter: string, pauseMs: number) => {
    now += pauseMs;
    board.doc.transact(() => text.insert(text.length, letter), boardOrigins.typing);
  };
  types('a', 1_000);
  types('b', 400);
  types('c', 400);
  types('d', 600);
  undo.undo();
  expect(text.toJSON()).toBe('abc');
  undo.undo();
  expect(text.toJSON()).toBe('');
  undo.redo();
  types('e', 0);
  undo.undo();
  expect(text.toJSON()).toBe('abc');
  stop();
  undo.dispose();
});
