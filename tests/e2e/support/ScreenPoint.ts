import type { Locator } from '@playwright/test';

/** A place on screen, px from its top left corner; the canvas begins there. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** The middle of something on screen. Throws when it is not there. */
export async function middleOf(locator: Locator): Promise<ScreenPoint> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not on screen, so it has no middle.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
