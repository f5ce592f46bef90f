import { describe, expect, test } from 'vitest';
import { maxSharedSelection, parsePresence } from './presence.ts';

const whole = {
  pid: 'p1',
  cursor: [1, 2],
  page: 'page:page',
  selection: ['shape:a'],
  view: [0, 0, 1, 1440, 900],
  following: 'p2',
};

describe('parsePresence', () => {
  test('reads what a browser of ours tells', () => {
    expect(parsePresence(whole)).toEqual(whole);
  });

  test('a state without the server’s stamp says nothing', () => {
    expect(parsePresence({ ...whole, pid: undefined })).toBeNull();
    expect(parsePresence(null)).toBeNull();
    expect(parsePresence('p1')).toBeNull();
  });

  test('parts of another form become empty and the rest stays', () => {
    const odd = { ...whole, cursor: [1, Number.NaN], view: [1], selection: ['shape:a', 7], following: {} };
    expect(parsePresence(odd)).toEqual({
      ...whole,
      cursor: null,
      view: null,
      selection: ['shape:a'],
      following: null,
    });
  });

  test('a selection of the whole board is cut', () => {
    const selection = Array.from({ length: 500 }, (_, at) => `shape:${at}`);
    expect(parsePresence({ ...whole, selection })?.selection).toHaveLength(maxSharedSelection);
  });
});
