import { expect, test } from 'vitest';
import { parseTextCaret } from './textCaret.ts';

const item = { client: 7, clock: 3 };

test('a caret at a character or at the end of a text is read', () => {
  const caret = {
    shape: 'shape:1',
    anchor: { item, assoc: -1 },
    head: { type: item, tname: null, assoc: 0 },
  };
  expect(parseTextCaret({ pid: 'p', caret })).toEqual({
    shape: 'shape:1',
    anchor: { type: null, item, assoc: -1 },
    head: { type: item, item: null, assoc: 0 },
  });
});

test.each([
  ['no state', null],
  ['no caret', { pid: 'p' }],
  ['no shape', { caret: { anchor: { item }, head: { item } } }],
  ['one end only', { caret: { shape: 'shape:1', anchor: { item } } }],
  ['a place in a root type', { caret: { shape: 'shape:1', anchor: { tname: 'x' }, head: { tname: 'x' } } }],
  ['an impossible id', { caret: { shape: 's', anchor: { item: { client: -1, clock: 0 } }, head: { item } } }],
])('%s is no caret', (_name, state) => {
  expect(parseTextCaret(state)).toBeNull();
});
