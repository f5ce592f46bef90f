import type { Locator, Page } from '@playwright/test';
import { attend, facilitate, leadTo } from './support/attending.ts';
import { expectAccessible, expectAccessibleInBothSchemes } from './support/expectAccessible.ts';
import { expect, test } from './support/test.ts';

const partners = ['North', 'South'];

/** Goes through the page with the Tab key until something has the focus. */
async function tabsTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The Tab key does not lead there.');
}

test('the way to a board reads well in light and in dark', async ({ people, createBoard }) => {
  test.slow();
  const board = await createBoard({ templateId: 'retrospective', partners });
  const { page } = await people.arrive('Anna');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessibleInBothSchemes(page);
  await page.getByRole('button', { name: /Retrospective/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessibleInBothSchemes(page);
  await page.goto(board.links.facilitator);
  await page.getByLabel('Your name').fill('Anna');
  await expectAccessibleInBothSchemes(page);
  await page.getByRole('button', { name: 'Join the board' }).click();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('textbox', { name: 'Link for Contributor' })).toBeVisible();
  await expectAccessibleInBothSchemes(page);
});

test('a workshop reads well in light and in dark, also on a phone, and needs no mouse', async ({
  people,
  createBoard,
}) => {
  test.slow();
  const board = await createBoard({ templateId: 'retrospective', partners });
  const fay = await facilitate(people, board, 'Fay');
  const anna = await attend(people, board, { name: 'Anna', partner: 'North' });
  await fay.presses('Start workshop');
  await expectAccessibleInBothSchemes(fay.page);

  await test.step('writing', async () => {
    await leadTo(fay, 'Gather');
    await anna.writesPrivately('Meet on Mondays');
    await expectAccessibleInBothSchemes(anna.page);
    await fay.presses('Reveal the notes');
    await anna.person.sees('Meet on Mondays');
  });

  await test.step('a vote, by keyboard', async () => {
    await leadTo(fay, 'Vote');
    await fay.presses(/Open the vote/);
    await tabsTo(anna.page, anna.page.getByRole('button', { name: 'Show the list' }));
    await anna.page.keyboard.press('Enter');
    await tabsTo(anna.page, anna.part.getByRole('button', { name: /Put a dot on .*Mondays/ }));
    await anna.page.keyboard.press('Enter');
    await anna.page.keyboard.press('Space');
    await anna.hasDotsLeft('3 dots left');
    await expectAccessibleInBothSchemes(anna.page);
  });

  await test.step('a rating, by keyboard', async () => {
    await leadTo(fay, 'Close');
    await fay.presses('Open the questions');
    await tabsTo(anna.page, anna.rating('1'));
    await anna.page.keyboard.press('Space');
    await anna.page.keyboard.press('ArrowRight');
    await expect(anna.rating('2')).toBeChecked();
    await expectAccessible(anna.page);
  });

  await test.step('a facilitator’s phone', async () => {
    await fay.page.setViewportSize({ width: 390, height: 844 });
    await expectAccessibleInBothSchemes(fay.page);
    const overflow = await fay.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await expect(fay.page.getByRole('button', { name: 'Close and show the result' })).toBeInViewport();
  });
});
