import { describe, expect, it } from 'vitest';
import { cameraFor, cameraForMany, type Camera, type PagePart } from './cameraFor.ts';

const laptop = { w: 1280, h: 752 };
const phone = { w: 390, h: 700 };

/** Where a part of the page is on the screen, to the pixel. */
function onScreen({ x, y, z }: Camera, part: PagePart): PagePart {
  const box = { x: (part.x + x) * z, y: (part.y + y) * z, w: part.w * z, h: part.h * z };
  return Object.fromEntries(Object.entries(box).map(([name, px]) => [name, Math.round(px)])) as typeof box;
}

describe('the camera', () => {
  it('shows a wide part from side to side, and a high one from menu to tools', () => {
    const wide = { x: -300, y: 50, w: 4000, h: 500 };
    expect(onScreen(cameraFor(wide, laptop), wide)).toMatchObject({ x: 24, w: 1232 });
    const high = { x: 0, y: 0, w: 500, h: 4000 };
    expect(onScreen(cameraFor(high, laptop), high)).toMatchObject({ y: 56, h: 612 });
  });

  it('never shows anything larger than life', () => {
    const small = { x: 900, y: 900, w: 100, h: 100 };
    expect(onScreen(cameraFor(small, laptop), small)).toEqual({ x: 590, y: 312, w: 100, h: 100 });
  });

  it('leaves room above for the names of sections', () => {
    const sections = { x: 0, y: 0, w: 800, h: 3000 };
    expect(onScreen(cameraForMany(sections, laptop, { hasNames: true, isPhone: false }), sections).y).toBe(
      84,
    );
    expect(onScreen(cameraForMany(sections, laptop, { hasNames: false, isPhone: false }), sections).y).toBe(
      56,
    );
  });

  it('begins at the top left on a phone, where all of it would be too small', () => {
    const sections = { x: 100, y: 200, w: 4000, h: 3000 };
    const camera = cameraForMany(sections, phone, { hasNames: true, isPhone: true });
    expect(camera.z).toBeCloseTo(0.28);
    expect(onScreen(camera, sections)).toMatchObject({ x: 24 });
    expect(onScreen(camera, sections).y).toBe(84);
  });

  it('comes near enough on a phone for a finger to press what is there, and no nearer elsewhere', () => {
    const matrix = { x: 0, y: 0, w: 1280, h: 1200 };
    const rowH = 88;
    const onPhone = cameraForMany(matrix, phone, { hasNames: true, isPhone: true, pressedH: rowH });
    expect(rowH * onPhone.z).toBeCloseTo(44);
    expect(onScreen(onPhone, matrix)).toMatchObject({ x: 24, y: 84 });
    const onLaptop = cameraForMany(matrix, laptop, { hasNames: true, isPhone: false, pressedH: rowH });
    expect(onScreen(onLaptop, matrix).h).toBeLessThan(laptop.h);
  });

  it('shows some of a step’s sections where all would be specks, but the whole of a board', () => {
    const lanes = { x: 0, y: 0, w: 40_000, h: 18_000 };
    const ofStep = cameraForMany(lanes, laptop, { hasNames: true, isPhone: false });
    expect(ofStep.z).toBeCloseTo(0.08);
    expect(onScreen(ofStep, lanes)).toMatchObject({ x: 24, y: 84 });
    const twelveLanes = { x: 0, y: 0, w: 14_000, h: 5000 };
    const all = cameraForMany(twelveLanes, laptop, { hasNames: true, isPhone: false });
    expect(onScreen(all, twelveLanes)).toMatchObject({ x: 24, w: 1232 });
    const ofBoard = cameraForMany(lanes, laptop, { hasNames: false, isPhone: false });
    expect(onScreen(ofBoard, lanes)).toMatchObject({ x: 24, w: 1232 });
  });

  it('shows something on a screen that has hardly any room', () => {
    expect(
      cameraForMany({ x: 0, y: 0, w: 400, h: 300 }, { w: 20, h: 20 }, { hasNames: true, isPhone: true }).z,
    ).toBeGreaterThan(0);
  });
});
