import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const folder =
  process.env['PICTURES'] === 'keep' ? '../../../docs/screenshots/' : '../../../test-results/pictures/';

/** The window of whoever pictures are taken from. */
export const pictureWindow = { viewport: { width: 1440, height: 900 } };

/**
 * Takes a picture of the whole board, or of where the step takes place, as somebody sees it. Every run takes it; with PICTURES=keep it is written into
 * docs/screenshots, where the README shows it.
 */
export async function keepPicture(
  page: Page,
  name: string,
  shown: 'board' | 'step' = 'board',
): Promise<void> {
  await page.getByTestId('canvas').focus();
  await page.keyboard.press(shown === 'board' ? 'Shift+1' : 'Shift+3');
  await page.screenshot({ path: fileURLToPath(new URL(`${folder}${name}.png`, import.meta.url)) });
}
