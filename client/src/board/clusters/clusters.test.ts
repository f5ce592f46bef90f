import { expect, test } from 'vitest';
import { freePlace, overlaps } from './freePlace.ts';
import { layCluster } from './layCluster.ts';

const note = { w: 200, h: 200 };

test('two notes stand side by side, a third begins a row, and the frame holds them all', () => {
  expect(layCluster([note, note])).toEqual({
    w: 448,
    h: 232,
    places: [
      { x: 16, y: 16 },
      { x: 232, y: 16 },
    ],
  });
  expect(layCluster([note, { w: 200, h: 260 }, note])).toEqual({
    w: 448,
    h: 508,
    places: [
      { x: 16, y: 16 },
      { x: 232, y: 16 },
      { x: 16, y: 292 },
    ],
  });
});

test('in a narrow section they stand below each other', () => {
  expect(layCluster([note, note], 300)).toMatchObject({ w: 232, h: 448 });
});

test('no more than three stand in a row, and none over another', () => {
  const { places, w } = layCluster(Array.from({ length: 10 }, () => note));
  expect(w).toBe(664);
  const boxes = places.map((place) => ({ ...place, ...note }));
  const over = boxes.filter((box) =>
    boxes.some((other) => other !== box && overlaps({ ...box, w: 184, h: 184 }, other)),
  );
  expect(over).toEqual([]);
});

test('what is pushed aside finds the first place that is free, or one below everything', () => {
  const room = { fromX: 24, fromY: 100, width: 640 };
  const taken = [{ x: 24, y: 100, w: 448, h: 232 }];
  const place = freePlace(note, taken, { ...room, width: 900 });
  expect(place.y).toBe(100);
  expect(overlaps({ ...place, ...note }, taken[0] ?? { x: 0, y: 0, w: 0, h: 0 })).toBe(false);
  expect(freePlace(note, taken, { ...room, width: 300 })).toEqual({ x: 24, y: 348 });
});
