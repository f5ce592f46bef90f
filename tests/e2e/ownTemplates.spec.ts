import { readFile } from 'node:fs/promises';
import { Attendee } from './support/Attendee.ts';
import { expect, test } from './support/test.ts';

test('a facilitator saves a changed board as a template, takes it along, deletes it and brings it back', async ({
  people,
  createBoard,
}) => {
  test.slow();
  const partners = ['North', 'South'];
  const board = await createBoard({ templateId: 'vision-alignment', partners });
  const fay = new Attendee(await people.join(board, { name: 'Fay', role: 'facilitator' }));
  const { page } = fay;
  const dialog = page.getByRole('dialog');
  const card = dialog.getByRole('button', { name: /^Our vision day/ });

  await test.step('change a section and save', async () => {
    const heading = page.locator('.tl-frame-heading', { hasText: 'Outside our scope' });
    const box = await heading.boundingBox();
    await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 8);
    await page.keyboard.press('Delete');
    await expect(heading).toHaveCount(0);
    await page.getByRole('banner').getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'Add a template' }).click();
    await dialog.getByRole('button', { name: 'Save as a template…' }).click();
    await dialog.getByLabel('Name').fill('Our vision day');
    await expect(dialog.getByText('8 steps, 68 minutes')).toBeVisible();
    await expect(dialog.getByText('1 section is left out')).toBeVisible();
    await dialog.getByRole('button', { name: 'Save as a template' }).click();
    await expect(card).toContainText('Added by ⁨Fay⁩.');
  });

  const file = await test.step('take it along as a file', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: /Save .*Our vision day.* as a file/ }).click(),
    ]);
    const path = await download.path();
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      base: 'vision-alignment',
      name: 'Our vision day',
    });
    return path;
  });

  await test.step('delete it, and bring it back; what is no template is refused', async () => {
    await dialog.getByRole('button', { name: /Delete .*Our vision day/ }).click();
    await expect(dialog.getByText(/Delete it for everybody/)).toBeVisible();
    await dialog.getByRole('button', { name: /Delete .*Our vision day/ }).click();
    await expect(card).toHaveCount(0);
    const broken = {
      name: 'broken.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"format":"x"}'),
    };
    await page.getByLabel('Bring a template from a file').setInputFiles(broken);
    await expect(dialog.getByRole('alert').filter({ hasText: 'no template that can be used' })).toBeVisible();
    await page.getByLabel('Bring a template from a file').setInputFiles(file);
    await expect(card).toBeVisible();
  });

  await test.step('anybody finds it in the gallery and begins a board with it', async () => {
    const gil = await people.arrive('Gil');
    await gil.page.goto('/');
    await gil.page.getByRole('button', { name: 'Our vision day' }).click();
    await expect(gil.page.getByRole('dialog')).toContainText('Our vision day');
    await gil.page.getByLabel('Your name').fill('Gil');
    await gil.page.getByRole('button', { name: 'Create board' }).click();
    await gil.isOnBoard();
    await gil.sees('Our vision day');
    await expect(gil.page.locator('.tl-frame-heading', { hasText: 'Outside our scope' })).toHaveCount(0);
  });
});
