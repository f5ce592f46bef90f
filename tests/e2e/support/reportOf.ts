import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

/** The report that somebody saves from the Results tab, which is open. */
export async function reportOf(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}
