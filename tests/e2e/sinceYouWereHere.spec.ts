import { expectAccessible } from './support/expectAccessible.ts';
import { putClockAhead } from './support/putClockAhead.ts';
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
  await ben.comments('Who pays for this?', { x: 400, y: 520 });
  await ben.isSaved();

  // Anna comes back half an hour later: the home page says so, and the board shows her.
  await putClockAhead(anna.page, 30 * 60_000);
  await anna.page.reload();
  await expect(anna.page.getByRole('link', { name: /Our wells 3 new/ })).toBeVisible();
  await anna.page.getByRole('link', { name: /Our wells/ }).click();
  await anna.isOnBoard();
  const card = anna.page.getByRole('region', { name: 'Since you were here' });
  await expect(card.getByText('1 added · 1 changed · 1 comment')).toBeVisible();
  await expectAccessible(anna.page);

  await card.getByRole('button', { name: 'Show me' }).click();
  await expect(card.getByText('Clean water')).toBeVisible();
  await expect(card.getByText(/Changed · .*Ben/)).toBeVisible();
  await card.getByRole('button', { name: 'Next' }).click();
  await expect(card.getByText('Safe streets')).toBeVisible();
  await expect(anna.page.getByRole('main').getByText('Added', { exact: true })).toBeVisible();

  await card.getByRole('button', { name: 'Next' }).click();
  await expect(card.getByText('Who pays for this?')).toBeVisible();
  await expect(card.getByText(/Comment · .*Ben/)).toBeVisible();
  await expect(
    anna.page.getByRole('dialog', { name: 'Comments' }).getByText('Who pays for this?'),
  ).toBeVisible();

  // Not said to be seen, it is still there after a reload; the comment, which was read, is not.
  await anna.reloads();
  await expect(card.getByText('1 added · 1 changed', { exact: true })).toBeVisible();
  await anna.page.getByRole('button', { name: 'Open the side panel' }).click();
  await anna.page.getByRole('tab', { name: /^People/ }).click();
  await expect(
    anna.page
      .getByRole('listitem')
      .filter({ hasText: 'Ben' })
      .getByText('has done something since you were here'),
  ).toBeAttached();

  // On her phone it is the same, and once it is seen there, it is gone everywhere for good.
  const storageState = await anna.page.context().storageState();
  const phone = await people.arrive('Anna’s phone', { storageState, viewport: { width: 390, height: 844 } });
  await putClockAhead(phone.page, 30 * 60_000);
  await phone.page.goto(anna.page.url());
  const onPhone = phone.page.getByRole('region', { name: 'Since you were here' });
  await onPhone.getByRole('button', { name: 'Mark all seen' }).click();
  await expect(onPhone).toHaveCount(0);
  await anna.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(card).toHaveCount(0);
  await anna.reloads();
  await anna.sees('Safe streets');
  await expect(card).toHaveCount(0);
});
