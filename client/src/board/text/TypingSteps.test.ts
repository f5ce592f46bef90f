import { BoardUndo, openBoard, openTextFragment, readRichText, plainTextOf } from '@common-ground/board';
import { toRichText } from '@tldraw/tldraw';
import { ySyncPluginKey } from 'y-prosemirror';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { TypingSteps } from './TypingSteps.ts';

test('words typed without a pause are one step, and a pause begins another', () => {
  const board = openBoard(new Y.Doc());
  board.shapes.set('shape:1', new Y.Map());
  const fragment = openTextFragment(board, 'shape:1', toRichText('')) as Y.XmlFragment;
  const text = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;
  let now = 0;
  const undo = new BoardUndo(board, { alsoTracked: [ySyncPluginKey] });
  const stop = new TypingSteps(undo, () => now).follow(board.doc);
  const types = (letter: string, pauseMs: number) => {
    now += pauseMs;
    board.doc.transact(() => text.insert(text.length, letter), ySyncPluginKey);
  };
  types('a', 1_000);
  types('b', 400);
  types('c', 400);
  types('d', 600);
  undo.undo();
  expect(plainTextOf(readRichText(fragment))).toBe('abc');
  undo.undo();
  expect(plainTextOf(readRichText(fragment))).toBe('');
  undo.redo();
  types('e', 0);
  undo.undo();
  expect(plainTextOf(readRichText(fragment))).toBe('abc');
  stop();
  undo.dispose();
});
