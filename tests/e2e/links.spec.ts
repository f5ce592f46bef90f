import type { Page } from '@playwright/test';
import { Attendee } from './support/Attendee.ts';
import type { CreatedBoard } from './support/createBoard.ts';
import { expectAccessible } from './support/expectAccessible.ts';
import { fillJoinForm } from './support/People.ts';
import { expect, test } from './support/test.ts';

// The browser itself writes an error line for each refusal.
test.use({ allowedProblems: [/status of 403/] });

/** Opens what a facilitator can do with the link of a role. */
async function manage(page: Page, role: string): Promise<void> {
  await page.getByRole('button', { name: `Protect or replace the link for ${role}` }).click();
}

async function linkFor(page: Page, role: string): Promise<string> {
  return page.getByRole('textbox', { name: `Link for ${role}` }).inputValue();
}

/** The contributors' link has come to its end. */
async function endsNow(page: Page, { boardId }: CreatedBoard): Promise<void> {
  const status = await page.evaluate(async (id) => {
    const { token } = JSON.parse(localStorage.getItem(`common-ground/session/${id}`) ?? '') as {
      token: string;
    };
    const answer = await fetch(`/api/boards/${id}/links/contributor`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ expiresAt: Date.now() - 1 }),
    });
    return answer.status;
  }, boardId);
  expect(status).toBe(204);
}

test('a facilitator protects a link, replaces it and withdraws it, and everybody is told what it means', async ({
  people,
  createBoard,
}) => {
  test.slow();
  const board = await createBoard({ templateId: 'retrospective', partners: ['North', 'South'] });
  const fay = new Attendee(await people.join(board, { name: 'Fay', role: 'facilitator' }));
  const anna = await people.join(board, { name: 'Anna', partner: 'North' });
  await fay.presses('Open the side panel');
  await fay.presses('Start workshop');
  await fay.presses('Share');
  const dialog = fay.page.getByRole('dialog');
  await manage(fay.page, 'Contributor');

  await test.step('with a password, which only newcomers are asked for', async () => {
    await dialog.getByLabel('Password', { exact: true }).fill('open sesame');
    await dialog.getByRole('button', { name: 'Set password' }).click();
    await expect(dialog.getByText('Asks for a password')).toBeVisible();
    await expectAccessible(fay.page);
    await anna.page.goto(board.links.contributor);
    await anna.page.getByRole('button', { name: /Continue as .*Anna/ }).click();
    await anna.isOnBoard();
  });

  const ben = await people.arrive('Ben');
  await test.step('and whoever comes gives it, and sees the step now running', async () => {
    await ben.page.goto(board.links.contributor);
    await ben.page.getByLabel('Password', { exact: true }).fill('open');
    await ben.page.getByLabel('Password', { exact: true }).press('Enter');
    await expect(ben.page.getByText(/not the password of this link/)).toBeVisible();
    await expectAccessible(ben.page);
    await ben.page.getByLabel('Password', { exact: true }).fill('open sesame');
    await ben.page.getByRole('button', { name: 'Go on' }).click();
    await expect(ben.page.getByText(/Running now: step 1 of \d+, .*Last time’s actions/)).toBeVisible();
    await fillJoinForm(ben.page, { name: 'Ben', partner: 'South' });
    await ben.isOnBoard();
  });

  await test.step('with a last day, after which nobody joins', async () => {
    await dialog.getByLabel('Last day').fill('2031-12-31');
    await dialog.getByRole('button', { name: 'Set last day' }).click();
    await expect(dialog.getByText('Good until Wednesday, December 31, 2031')).toBeVisible();
    // A day that is over cannot be chosen, so this one passes in the meantime.
    await endsNow(fay.page, board);
    const late = await people.arrive('Carl');
    await late.page.goto(board.links.contributor);
    await expect(late.page.getByRole('heading', { name: 'This link has come to its end' })).toBeVisible();
    await fay.page.keyboard.press('Escape');
    await fay.presses('Share');
    await expect(dialog.getByText(/Its last day was/)).toBeVisible();
    await manage(fay.page, 'Contributor');
  });

  await test.step('replaced: whoever came by the old one comes back by the new one as who they were', async () => {
    await dialog.getByRole('button', { name: 'Replace by a new link' }).click();
    await dialog.getByRole('button', { name: 'Replace it' }).click();
    await expect(ben.page.getByRole('heading', { name: 'An older link' })).toBeVisible();
    await expect(dialog.getByText(/Its last day/)).toHaveCount(0);
    const link = await linkFor(fay.page, 'Contributor');
    expect(link).not.toBe(board.links.contributor);
    await ben.page.goto(link);
    await ben.page.getByLabel('Password', { exact: true }).fill('open sesame');
    await ben.page.getByRole('button', { name: 'Go on' }).click();
    await ben.page.getByRole('button', { name: /Continue as .*Ben/ }).click();
    await ben.isOnBoard();
  });

  await test.step('withdrawn: nobody comes by it until there is a new one', async () => {
    await manage(fay.page, 'Contributor');
    await dialog.getByRole('button', { name: 'Withdraw the link' }).click();
    await dialog.getByRole('button', { name: 'Withdraw it' }).click();
    await expect(ben.page.getByRole('heading', { name: 'This link is closed' })).toBeVisible();
    const contributors = dialog.getByRole('region', { name: 'Link for Contributor' });
    await expect(contributors.getByRole('textbox')).toHaveCount(0);
    await contributors.getByRole('button', { name: 'Make a new link' }).click();
    await ben.page.goto(await linkFor(fay.page, 'Contributor'));
    await ben.page.getByRole('button', { name: /Continue as .*Ben/ }).click();
    await ben.isOnBoard();
  });

  await fay.page.keyboard.press('Escape');
  await fay.page.getByRole('tab', { name: 'People' }).click();
  await expect(fay.page.getByRole('button', { name: /What to do with .*Ben/ })).toHaveCount(1);
});
