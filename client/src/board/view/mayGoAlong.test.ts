import { describe, expect, it } from 'vitest';
import { mayGoAlong } from './mayGoAlong.ts';

const atRest = {
  isWanted: true,
  followedId: null,
  editedShapeId: null,
  isPointing: false,
  toolPath: 'select.idle',
};

describe('going along with a step', () => {
  it('is for whoever looks on, whatever tool is in hand', () => {
    expect(mayGoAlong(atRest)).toBe(true);
    expect(mayGoAlong({ ...atRest, toolPath: 'note.idle' })).toBe(true);
  });

  it.each([
    ['has turned it off', { isWanted: false }],
    ['follows somebody', { followedId: 'fay' }],
    ['is writing on the canvas', { editedShapeId: 'shape:a', toolPath: 'select.editing_shape' }],
    ['has a finger on the canvas', { isPointing: true }],
    ['is dragging something', { toolPath: 'select.translating' }],
    ['is in the middle of drawing', { toolPath: 'draw.drawing' }],
  ])('is not for somebody who %s', (_, change) => {
    expect(mayGoAlong({ ...atRest, ...change })).toBe(false);
  });
});
