import { beforeEach, describe, expect, test, vi } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { TextCarets } from './TextCarets.ts';

const end = { type: null, item: { client: 1, clock: 2 }, assoc: 0 };
const owner = { name: 'Ben', color: '#112233' };

let anna: Awareness;
let ben: Awareness;
let carets: Awareness;

beforeEach(() => {
  anna = new Awareness(new Y.Doc());
  ben = new Awareness(new Y.Doc());
  anna.setLocalState({ page: 'page:1', cursor: [1, 2] });
  ben.setLocalState({ pid: 'ben', cursor: [3, 4] });
  carets = new TextCarets(anna, (state) =>
    (state as { pid?: string }).pid === 'ben' ? owner : null,
  ).ofShape('shape:1', () => undefined);
  return () => {
    anna.destroy();
    ben.destroy();
  };
});

describe('the carets of a text', () => {
  test('are those of others in the same shape, with their owners', () => {
    writesIn('shape:1');
    expect([...carets.getStates().values()]).toEqual([
      { cursor: { shape: 'shape:1', anchor: end, head: end }, user: owner },
    ]);
    writesIn('shape:2');
    expect(carets.getStates().size).toBe(0);
  });

  test('are not told of when only pointers move', () => {
    writesIn('shape:1');
    const handler = vi.fn<() => void>();
    carets.on('change', handler);
    ben.setLocalStateField('cursor', [5, 6]);
    deliver();
    expect(handler).not.toHaveBeenCalled();
    writesIn('shape:2');
    expect(handler).toHaveBeenCalledTimes(1);
    carets.off('change', handler);
    writesIn('shape:1');
    expect(handler).toHaveBeenCalledTimes(1);
  });

  test('of somebody unknown are not shown', () => {
    ben.setLocalStateField('pid', 'nobody');
    writesIn('shape:1');
    expect(carets.getStates().size).toBe(0);
  });

  test('are sent beside the pointer', () => {
    carets.setLocalStateField('cursor', { anchor: end, head: end });
    expect(anna.getLocalState()).toEqual({
      page: 'page:1',
      cursor: [1, 2],
      caret: { shape: 'shape:1', anchor: end, head: end },
    });
    expect(carets.getLocalState()).toMatchObject({ cursor: { anchor: end } });
    carets.setLocalStateField('cursor', null);
    expect(anna.getLocalState()).toMatchObject({ cursor: [1, 2], caret: null });
  });
});

function writesIn(shape: string): void {
  ben.setLocalStateField('caret', { shape, anchor: end, head: end });
  deliver();
}

function deliver(): void {
  applyAwarenessUpdate(anna, encodeAwarenessUpdate(ben, [ben.clientID]), 'network');
}
