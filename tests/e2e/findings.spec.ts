import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

function place(page: Page, row: number, column: number) {
  return page.locator(`[data-at="${row}:${column}"]`);
}

test('a row that nobody answers for is a finding on both screens until somebody does, and the report tells it', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard({
    title: 'Who does what',
    templateId: 'raci',
    partners: ['North', 'South'],
  });
  const anna = await people.join(board, { name: 'Anna', partner: 'North', role: 'facilitator' });
  const ben = await people.join(board, { name: 'Ben', partner: 'South' });
  for (const { page } of [anna, ben]) {
    await page.getByRole('button', { name: 'Open the side panel' }).click();
    await page.getByRole('tab', { name: 'Results' }).click();
    await expect(page.getByText('Nothing to point out at the moment.')).toBeVisible();
  }
  await place(anna.page, 0, -1).focus();
  await anna.page.evaluate((block) => {
    const data = new DataTransfer();
    data.setData('text/plain', block);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, 'Plan the route\tR');
  const finding = ben.page.getByRole('button', { name: /^Error Nobody is accountable for .Plan the route/ });
  await expect(finding).toBeVisible();
  await finding.click();
  await expect(ben.page.locator('.tl-selection__bg, .tl-overlays__item').first()).toBeAttached();

  const [download] = await Promise.all([
    ben.page.waitForEvent('download'),
    ben.page.getByRole('button', { name: 'Text (Markdown)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Who does what.md');
  const report = await readFile(await download.path(), 'utf8');
  expect(report).toContain('# Who does what');
  expect(report).toContain('Nobody is accountable for');

  await place(anna.page, 0, 2).focus();
  await anna.page.keyboard.press('a');
  await expect(finding).toHaveCount(0);
});

test('a mark stands in the cell, is told on focus, and the list leads to it', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard({ templateId: 'raci', partners: ['North', 'South'] });
  const anna = await people.join(board, { name: 'Anna', partner: 'North' });
  const ben = await people.join(board, { name: 'Ben', partner: 'South' });
  await place(anna.page, 0, 0).focus();
  await anna.page.keyboard.press('a');
  await place(anna.page, 0, 3).focus();
  await anna.page.keyboard.press('a');
  const told = 'Error 2 are accountable for “row 1”: column 1, column 4.';
  await expect(place(ben.page, 0, 3)).toHaveAccessibleName(
    'row 1, column 4: A, Accountable. Error: 2 are accountable for “row 1”: column 1, column 4. ' +
      'Agree on one of them, and take the A from the others.',
  );
  await place(ben.page, 0, 0).focus();
  await expect(ben.page.getByText(told)).toBeVisible();
  await ben.page.keyboard.press('ArrowDown');
  await expect(ben.page.getByText(told)).toHaveCount(0);

  await ben.page.getByRole('button', { name: 'Open the side panel' }).click();
  await ben.page.getByRole('tab', { name: 'Results' }).click();
  const listed = ben.page.getByRole('button', { name: /^Error 2 are accountable/ });
  await listed.click();
  await expect(place(ben.page, 0, 0)).toBeFocused();
  await expect(ben.page.locator('td[data-highlighted]')).toHaveCount(2);
  await ben.page.keyboard.press('Delete');
  await expect(listed).toHaveCount(0);
  await expect(ben.page.locator('td[data-findings]')).toHaveCount(0);
});

test('a note carries its mark, is highlighted when the list leads to it, and takes the mark with it', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard({ templateId: 'vision-alignment', partners: ['North', 'South'] });
  const anna = await people.join(board, { name: 'Anna', partner: 'North' });
  const section = anna.page.locator('.tl-shape[data-shape-type="frame"]').filter({ hasText: 'Objectives' });
  const [canvas, box] = [await anna.canvas.boundingBox(), await section.boundingBox()];
  if (canvas === null || box === null) throw new Error('The board does not show the section.');
  await anna.writesNote('Boats run on time', {
    x: box.x - canvas.x + box.width / 4,
    y: box.y - canvas.y + box.height / 2,
  });
  const mark = anna.page.getByRole('button', { name: /^Warning: .*measure/ });
  await mark.hover();
  await expect(anna.page.locator('[data-finding-card]')).toContainText('Boats run on time');
  await anna.page.getByRole('button', { name: 'Open the side panel' }).click();
  await anna.page.getByRole('tab', { name: 'Results' }).click();
  await anna.page.getByRole('button', { name: /^Warning No measure/ }).click();
  await expect(anna.page.getByTestId('highlight')).toBeVisible();
  // Being led there has selected it.
  await anna.canvas.focus();
  await anna.page.keyboard.press('Delete');
  await expect(mark).toHaveCount(0);
});
