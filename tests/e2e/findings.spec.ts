import { readFile } from 'node:fs/promises';
import { expect, test } from './support/test.ts';

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
  const place = (row: number, column: number) => anna.page.locator(`[data-at="${row}:${column}"]`);
  await place(0, -1).focus();
  await anna.page.evaluate((block) => {
    const data = new DataTransfer();
    data.setData('text/plain', block);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, 'Plan the route\tR');
  const finding = ben.page.getByRole('button', { name: /Nobody is accountable for .Plan the route/ });
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

  await place(0, 2).focus();
  await anna.page.keyboard.press('a');
  await expect(finding).toHaveCount(0);
});
