import { readFile } from 'node:fs/promises';
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

test('a table from a file shows what it would bring, replaces letters only if wanted, and is undone at once', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard({ templateId: 'raci', partners: ['North', 'South'] });
  const anna = await people.join(board, { name: 'Anna', partner: 'North' });
  const { page } = anna;
  await place(page, 0, -1).focus();
  await pasteBlock(page, 'Plan\tI');
  await place(page, -1, 0).focus();
  await pasteBlock(page, 'Lead');
  await expect(place(page, -1, 0)).toHaveText('Lead');
  const csv = 'Work,Lead (North),Clerk (South)\nPlan,A,R\nBuild,R,maybe\n';
  await page.locator('input[type=file][accept*=csv]').setInputFiles({
    name: 'roles.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv),
  });
  const dialog = page.getByRole('dialog', { name: 'Import a table' });
  await expect(dialog.getByText('Rows that are named or added: Build')).toBeVisible();
  await expect(dialog.getByText('Columns that are named or added: Clerk')).toBeVisible();
  await expect(dialog.getByText('Empty cells that are filled in: 2')).toBeVisible();
  await expect(dialog.getByText('Plan, Lead: I would become A')).toBeVisible();
  await expect(dialog.getByText('Row 3, column 3: “maybe” stands for no letters.')).toBeVisible();
  await dialog.getByLabel('Take the letters of the table there').check();
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(place(page, 0, 0)).toHaveText('A');
  await expect(place(page, 0, 2)).toHaveText('R');
  await expect(place(page, 1, 0)).toHaveText('R');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    // Where the matrix ends, tldraw's tools may stand over it.
    page.getByRole('button', { name: 'Export CSV' }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('RACI matrix.csv');
  const exported = await readFile(await download.path(), 'utf8');
  expect(exported.replace(/^\uFEFF/u, '').split(/\r\n/u)).toEqual([
    'Work,Lead (North),Clerk (South)',
    'Plan,A,R',
    'Build,R,',
    '',
  ]);
  await place(page, 0, 0).focus();
  await page.keyboard.press('Control+z');
  await expect(place(page, 0, 0)).toHaveText('I');
  await expect(place(page, 1, 0)).toHaveText('');
});

test('a table that is dropped on the matrix is looked at, not laid beside it', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard({ templateId: 'raci', partners: ['North', 'South'] });
  const anna = await people.join(board, { name: 'Anna', partner: 'North' });
  const { page } = anna;
  await page.locator('.cg-matrix').evaluate((matrix) => {
    const data = new DataTransfer();
    data.items.add(new File(['Work,Lead\nPlan,A\n'], 'roles.csv', { type: 'text/csv' }));
    const { x, y } = matrix.getBoundingClientRect();
    const at = { clientX: x + 40, clientY: y + 40 };
    const init = { dataTransfer: data, bubbles: true, cancelable: true, ...at };
    document.elementFromPoint(at.clientX, at.clientY)?.dispatchEvent(new DragEvent('drop', init));
  });
  await page.getByRole('dialog', { name: 'Import a table' }).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(place(page, 0, 0)).toHaveText('');
});
