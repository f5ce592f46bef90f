import { beforeEach, describe, expect, test, vi } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { TextCarets } from './TextCarets.ts';

const end = { type: null, item: { client: 1, clock: 2 }, assoc: 0 };
const owner = { name: 'Ben', color: '#112233' };

let anna: Awareness;
let ben: Awareness;
let carets: TextCarets;

beforeEach(() => {
  anna = new Awareness(new Y.Doc());
  ben = new Awareness(new Y.Doc());
  anna.setLocalState({ page: 'page:1', cursor: [1, 2] });
  ben.setLocalState({ pid: 'ben', cursor: [3, 4] });
  carets = new TextCarets(anna, (state) => ((state as { pid?: string }).pid === 'ben' ? owner : null));
  return () => {
    anna.destroy();
    ben.destroy();
  };
});

describe('the carets of a text', () => {
  test('are those of others in the same shape, with their owners', () => {
    writesIn('shape:1');
    expect(carets.othersIn('shape:1')).toEqual([
      { clientId: ben.clientID, caret: { shape: 'shape:1', anchor: end, head: end }, owner },
    ]);
    writesIn('shape:2');
    expect(carets.othersIn('shape:1')).toEqual([]);
  });

  test('are not told of when only pointers move', () => {
    writesIn('shape:1');
    const handler = vi.fn<() => void>();
    const stop = carets.onMoved('shape:1', handler);
    ben.setLocalStateField('cursor', [5, 6]);
    deliver();
    expect(handler).not.toHaveBeenCalled();
    writesIn('shape:2');
    expect(handler).toHaveBeenCalledTimes(1);
    stop();
    writesIn('shape:1');
    expect(handler).toHaveBeenCalledTimes(1);
  });

  test('of somebody unknown are not shown', () => {
    ben.setLocalStateField('pid', 'nobody');
    writesIn('shape:1');
    expect(carets.othersIn('shape:1')).toEqual([]);
  });

  test('are sent beside the pointer, and once', () => {
    const sent = vi.fn<() => void>();
    carets.show('shape:1', { anchor: end, head: end });
    expect(anna.getLocalState()).toEqual({
      page: 'page:1',
      cursor: [1, 2],
      caret: { shape: 'shape:1', anchor: end, head: end },
    });
    anna.on('update', sent);
    carets.show('shape:1', { anchor: end, head: end });
    carets.show('shape:2', null);
    expect(sent).not.toHaveBeenCalled();
    carets.show('shape:1', null);
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
