import { expectAccessible } from './support/expectAccessible.ts';
import { expect, test } from './support/test.ts';

test('whoever comes back is led through what others did, until they have seen it', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard({ title: 'Our wells' });
  const anna = await people.join(board, { name: 'Anna', role: 'facilitator' });
  const ben = await people.join(board, { name: 'Ben' });
  await anna.writesNote('Clean water', { x: 300, y: 300 });
  await ben.sees('Clean water');
  await anna.isSaved();
  await anna.page.goto('/');

  await ben.recolours('Clean water', 'red');
  await ben.writesNote('Safe streets', { x: 700, y: 300 });
  await ben.isSaved();

  // Anna comes back half an hour later: the home page says so, and the board shows her.
  await anna.page.clock.setFixedTime(Date.now() + 30 * 60_000);
  await anna.page.reload();
  await expect(anna.page.getByRole('link', { name: /Our wells 2 new/ })).toBeVisible();
  await anna.page.getByRole('link', { name: /Our wells/ }).click();
  await anna.isOnBoard();
  const card = anna.page.getByRole('region', { name: 'Since you were here' });
  await expect(card.getByText('1 added · 1 changed')).toBeVisible();
  await expectAccessible(anna.page);

  await card.getByRole('button', { name: 'Show me' }).click();
  await expect(card.getByText('Clean water')).toBeVisible();
  await expect(card.getByText(/Changed · .*Ben/)).toBeVisible();
  await card.getByRole('button', { name: 'Next' }).click();
  await expect(card.getByText('Safe streets')).toBeVisible();
  await expect(anna.page.getByRole('main').getByText('Added', { exact: true })).toBeVisible();

  // Not looked at to the end, it is still there after a reload; once seen, it is gone for good.
  await anna.reloads();
  await expect(card.getByText('1 added · 1 changed')).toBeVisible();
  await anna.page.getByRole('button', { name: 'Open the side panel' }).click();
  await anna.page.getByRole('tab', { name: /^People/ }).click();
  await expect(
    anna.page
      .getByRole('listitem')
      .filter({ hasText: 'Ben' })
      .getByText('has done something since you were here'),
  ).toBeAttached();
  await card.getByRole('button', { name: 'Mark all seen' }).click();
  await expect(card).toHaveCount(0);
  await anna.reloads();
  await anna.sees('Safe streets');
  await expect(card).toHaveCount(0);
});
