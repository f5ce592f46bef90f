import { describe, expect, it } from 'vitest';
import { cameraToShow, cameraToTouch } from './cameraToShow.ts';

const cell = { x: 1_000, y: 2_000, w: 200, h: 88 };
const onScreen = ({ x, y, z }: { x: number; y: number; z: number }) => ({
  left: (cell.x + x) * z,
  top: (cell.y + y) * z,
});

describe('a cell that the arrow keys lead to', () => {
  it('stays where it is while it can be seen', () => {
    expect(cameraToShow(cell, { x: -800, y: -1_800, z: 1, w: 1_280, h: 800 })).toBeNull();
  });

  it('is brought into view by as little as needed', () => {
    const below = cameraToShow(cell, { x: -800, y: -1_300, z: 1, w: 1_280, h: 800 });
    expect(below).toEqual({ x: -800, y: -1_400, z: 1 });
    const left = cameraToShow(cell, { x: -1_100, y: -1_800, z: 0.5, w: 1_280, h: 800 });
    expect(left).toMatchObject({ y: -1_800, z: 0.5 });
    expect(left === null ? null : onScreen(left).left).toBe(24);
  });
});

describe('a cell that is touched', () => {
  it('comes nearer until a finger hits it, in the upper middle', () => {
    const camera = cameraToTouch(cell, { x: -900, y: -1_900, z: 0.28, w: 390, h: 664 });
    expect(camera?.z).toBe(0.5);
    expect(camera === null ? null : onScreen(camera).left).toBe(195 - 50);
  });

  it('stays as it is where it is large enough', () => {
    expect(cameraToTouch(cell, { x: 0, y: 0, z: 0.5, w: 390, h: 664 })).toBeNull();
  });
});
