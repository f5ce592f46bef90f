import { expectAccessible } from './support/expectAccessible.ts';
import { fillJoinForm } from './support/People.ts';
import { expect, test } from './support/test.ts';

test('a link shows what it invites to before anybody joins', async ({ people, createBoard }) => {
  const board = await createBoard({ title: 'Harbour quarter', partners: ['North', 'South'] });
  const { page } = await people.arrive('Ben');
  await page.goto(board.links.contributor);
  await expect(page.getByText('Harbour quarter')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'North' })).toBeAttached();
  await expect(page.getByRole('radio', { name: 'South' })).toBeAttached();
  await expectAccessible(page);
});

test('the secret of a link does not stay in the address bar of whoever has joined', async ({
  people,
  createBoard,
}) => {
  const ben = await people.join(await createBoard(), { name: 'Ben' });
  expect(new URL(ben.page.url()).hash).toBe('');
});

test('joining asks for a name', async ({ people, createBoard }) => {
  const board = await createBoard();
  const { page } = await people.arrive('Ben');
  await page.goto(board.links.contributor);
  await page.getByRole('button', { name: 'Join the board' }).click();
  await expect(page.getByText('Write your name, so that others know who you are.')).toBeVisible();
  await expect(page.getByLabel('Your name')).toBeFocused();
});

test('whoever has joined opens the same link again with one click', async ({ people, createBoard }) => {
  const board = await createBoard({ partners: ['North', 'South'] });
  const ben = await people.join(board, { name: 'Ben', partner: 'South' });
  await ben.page.goto('/');
  await ben.page.goto(board.links.contributor);
  await ben.page.getByRole('button', { name: /Continue as .*Ben/ }).click();
  await ben.isOnBoard();
});

test('a partner that was not foreseen can be added while joining', async ({ people, createBoard }) => {
  const board = await createBoard({ partners: ['North', 'South'] });
  const ben = await people.arrive('Ben');
  await ben.page.goto(board.links.contributor);
  await ben.page.getByRole('radio', { name: 'Another partner' }).check({ force: true });
  await ben.page.getByLabel('Name of the partner').fill('West');
  await fillJoinForm(ben.page, { name: 'Ben' });
  await ben.isOnBoard();
  const { page } = await people.arrive('Carol');
  await page.goto(board.links.contributor);
  await expect(page.getByRole('radio', { name: 'West' })).toBeAttached();
});

test.describe('a link that opens nothing', () => {
  // The browser itself writes an error line for each answer that is not a success.
  test.use({ allowedProblems: [/status of 404/] });

  test('says so, in words that help', async ({ people, createBoard }) => {
    const board = await createBoard();
    const { page } = await people.arrive('Mallory');
    await page.goto(board.links.contributor.replace(/#.*/, '#AAAAAAAAAAAAAAAAAAAAAA'));
    await expect(page.getByRole('heading', { name: 'No board behind this link' })).toBeVisible();
    await expectAccessible(page);
  });
});
