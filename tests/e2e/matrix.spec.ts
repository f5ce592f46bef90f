import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

/** A place of the table by row and column, -1 being a head. */
function place(page: Page, row: number, column: number) {
  return page.locator(`[data-at="${row}:${column}"]`);
}

/** What a spreadsheet's block does to the place that has the focus. */
async function pasteBlock(page: Page, text: string): Promise<void> {
  await page.evaluate((block) => {
    const data = new DataTransfer();
    data.setData('text/plain', block);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

test('a block of a spreadsheet fills the matrix for everybody, and one undo takes it back', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard({ templateId: 'raci', partners: ['North', 'South'] });
  const anna = await people.join(board, { name: 'Anna', partner: 'North' });
  const ben = await people.join(board, { name: 'Ben', partner: 'South' });
  await place(anna.page, 0, -1).focus();
  await pasteBlock(anna.page, 'Plan\tA\t\tR\r\nBuild\tR, C\tx\tA\r\n');
  await expect(place(ben.page, 0, -1)).toHaveText('Plan');
  await expect(place(ben.page, 1, -1)).toHaveText('Build');
  await expect(place(ben.page, 0, 0)).toHaveText('A');
  await expect(place(ben.page, 1, 0)).toHaveText('RC');
  await expect(place(ben.page, 1, 1)).toHaveText('');
  await expect(place(ben.page, 1, 2)).toHaveText('A');
  // Nothing of it became a note or a text beside the matrix.
  await expect(anna.page.locator('.tl-note__container')).toHaveCount(0);
  await anna.page.keyboard.press('Control+z');
  await expect(place(ben.page, 1, 2)).toHaveText('');
  await expect(place(ben.page, 0, 0)).toHaveText('');
});

test('what is copied from one place of the matrix is pasted onto another by the keyboard', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard({ templateId: 'raci', partners: ['North', 'South'] });
  const anna = await people.join(board, { name: 'Anna', partner: 'North' });
  const { keyboard } = anna.page;
  await place(anna.page, 0, 0).focus();
  await keyboard.press('a');
  await keyboard.press('r');
  await keyboard.press('Control+c');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowDown');
  await keyboard.press('Control+v');
  await expect(place(anna.page, 1, 1)).toHaveText('RA');
  await place(anna.page, 0, -1).focus();
  await keyboard.press('Control+c');
  await place(anna.page, 3, -1).focus();
  await keyboard.press('Control+v');
  await expect(place(anna.page, 3, 0)).toHaveText('RA');
});
