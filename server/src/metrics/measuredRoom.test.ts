import { expect, test } from 'vitest';
import { measuredRoom } from './measuredRoom.ts';

test('tells how long edits took from stage to stage, while those of the next round come in', () => {
  let nowMs = 0;
  const reached: [string, number][] = [];
  const hooks = measuredRoom(
    { applied: () => undefined, reached: (stage, elapsedMs) => reached.push([stage, elapsedMs]) },
    () => nowMs,
  );
  for (const [atMs, stage] of [
    [100, 'received'],
    [103, 'checked'],
    [104, 'received'],
    [110, 'committed'],
    [111, 'broadcast'],
    [112, 'checked'],
    [132, 'committed'],
    [133, 'broadcast'],
  ] as const) {
    nowMs = atMs;
    hooks.onStage?.(stage);
  }
  expect(reached).toEqual([
    ['checked', 3],
    ['committed', 7],
    ['broadcast', 1],
    ['checked', 8],
    ['committed', 20],
    ['broadcast', 1],
  ]);
});
