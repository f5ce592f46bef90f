import { expectAccessible } from './support/expectAccessible.ts';
import { expect, test } from './support/test.ts';

test('the home page says what this is and shows the templates', async ({ people }) => {
  const { page } = await people.arrive('Anna');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const gallery = page.getByRole('region', { name: 'Start with a template' });
  await expect(gallery.getByRole('listitem')).toHaveCount(4);
  await expect(gallery.getByRole('button', { name: /Blank board/ })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the home page has no serious finding of axe in ${colorScheme} colours`, async ({ people }) => {
    const { page } = await people.arrive('Anna', { colorScheme });
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
}

test('a blank board is created with a name and nothing else', async ({ people }) => {
  const anna = await people.arrive('Anna');
  await anna.page.goto('/');
  await anna.page.getByRole('button', { name: /Blank board/ }).click();
  const dialog = anna.page.getByRole('dialog', { name: 'New board' });
  await dialog.getByLabel('Title').fill('Harbour quarter');
  await dialog.getByLabel('Your name').fill('Anna');
  await expectAccessible(anna.page);
  await dialog.getByRole('button', { name: 'Create board' }).click();
  await anna.isOnBoard();
  await expect(anna.page).toHaveTitle(/Harbour quarter/);
});

test('the page fits a phone without scrolling sideways', async ({ people }) => {
  const { page } = await people.arrive('Anna', { viewport: { width: 390, height: 844 } });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
