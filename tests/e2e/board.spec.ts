import { readFile } from 'node:fs/promises';
import { expectAccessible } from './support/expectAccessible.ts';
import { expect, test } from './support/test.ts';

test('two people write on a board made from a template, and all is there after a reload', async ({
  people,
  createBoard,
}) => {
  const partners = ['Harbour Trust', 'City Library'];
  const board = await createBoard({ templateId: 'conflict-resolution', partners });
  const anna = await people.join(board, { name: 'Anna', partner: 'Harbour Trust', role: 'facilitator' });
  const ben = await people.join(board, { name: 'Ben', partner: 'City Library' });
  await expect(anna.page.getByText('Agreement', { exact: true }).first()).toBeAttached();
  await anna.writesNote('First thought');
  await ben.sees('First thought');
  await ben.writesNote('Second thought', { x: 700, y: 350 });
  await anna.sees('Second thought');
  await anna.isSaved();
  await ben.isSaved();
  await Promise.all([anna.reloads(), ben.reloads()]);
  for (const person of [anna, ben]) {
    await person.sees('First thought');
    await person.sees('Second thought');
  }

  // From so far that it would lie on the section above it, a name is left out.
  const name = anna.page.locator('.tl-frame-label', { hasText: 'Agreement' });
  await anna.canvas.focus();
  await anna.page.keyboard.press('Shift+1');
  await expect(name).toBeVisible();
  await anna.page.keyboard.press('Control+-');
  await expect(name).toBeHidden();
  await anna.page.keyboard.press('Shift+1');
  await expect(name).toBeVisible();
});

test('what one moves while the other recolours it keeps both', async ({ people, createBoard }) => {
  const board = await createBoard({ partners: ['Harbour Trust', 'City Library'] });
  const anna = await people.join(board, { name: 'Anna', partner: 'Harbour Trust' });
  const ben = await people.join(board, { name: 'Ben', partner: 'City Library' });
  await anna.writesNote('Shared');
  await ben.sees('Shared');
  const before = await ben.placeOf('Shared');
  const colourBefore = await anna.fillOf('Shared');
  await ben.page.context().setOffline(true);
  await ben.recolours('Shared', 'green');
  await anna.moves('Shared', { x: 160, y: 80 });
  await ben.page.context().setOffline(false);
  await expect.poll(async () => anna.fillOf('Shared')).not.toBe(colourBefore);
  await expect.poll(async () => Math.round((await ben.placeOf('Shared')).x - before.x)).toBe(160);
  expect(await ben.fillOf('Shared')).toBe(await anna.fillOf('Shared'));
});

test('three people see each other, and one follows another', async ({ people, createBoard }) => {
  const board = await createBoard({ partners: ['Harbour Trust', 'City Library'] });
  const anna = await people.join(board, { name: 'Anna', partner: 'Harbour Trust', role: 'facilitator' });
  const ben = await people.join(board, { name: 'Ben', partner: 'City Library' });
  const carol = await people.join(board, { name: 'Carol', role: 'observer' });
  await ben.page.mouse.move(400, 400);
  await ben.page.mouse.move(420, 410);
  await expect(anna.page.locator('.tl-nametag', { hasText: 'Ben' })).toBeVisible();
  await expect(carol.page.locator('.tl-nametag', { hasText: 'Ben' })).toBeVisible();
  await carol.page.getByRole('button', { name: /Follow .?Ben/ }).click();
  await expect(carol.page.getByText('You follow')).toBeVisible();
  await ben.page.close();
  await expect(anna.page.locator('.tl-nametag', { hasText: 'Ben' })).toHaveCount(0);
  await expect(anna.page.getByRole('button', { name: /Follow .?Ben/ })).toHaveCount(0);
});

test('an image that one pastes is shown to the other, also after a reload', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard();
  const anna = await people.join(board, { name: 'Anna' });
  const ben = await people.join(board, { name: 'Ben' });
  const picture = await readFile(new URL('fixtures/picture.png', import.meta.url));
  await anna.pastesImage(picture);
  const shown = (page: typeof ben.page) =>
    page.locator('.tl-image').evaluate((image: HTMLImageElement) => image.naturalWidth);
  await expect.poll(() => shown(ben.page)).toBe(64);
  await ben.reloads();
  await expect.poll(() => shown(ben.page)).toBe(64);
});

test('what one groups moves as one for the other', async ({ people, createBoard }) => {
  const board = await createBoard();
  const anna = await people.join(board, { name: 'Anna' });
  const ben = await people.join(board, { name: 'Ben' });
  await anna.writesNote('One', { x: 350, y: 300 });
  await anna.writesNote('Two', { x: 650, y: 300 });
  await anna.selectsAll('One', 'Two');
  await anna.page.keyboard.press('Control+g');
  await anna.isSaved();
  await ben.sees('Two');
  const before = await ben.placeOf('Two');
  await ben.moves('One', { x: 0, y: 120 });
  await expect.poll(async () => Math.round((await anna.placeOf('Two')).y - before.y)).toBe(120);
});

test('a page that one adds is there for the other', async ({ people, createBoard }) => {
  const board = await createBoard();
  const anna = await people.join(board, { name: 'Anna' });
  const ben = await people.join(board, { name: 'Ben' });
  await anna.page.getByTestId('page-menu.button').click();
  await anna.page.getByTestId('page-menu.create').click();
  await anna.page.keyboard.press('Enter');
  await ben.page.getByTestId('page-menu.button').click();
  await expect(ben.page.getByTestId('page-menu.list').getByText('Page 2')).toBeVisible();
});

test('an observer sees everything and can change nothing', async ({ people, createBoard }) => {
  const board = await createBoard();
  const anna = await people.join(board, { name: 'Anna' });
  const olga = await people.join(board, { name: 'Olga', role: 'observer' });
  await anna.writesNote('Only to be read');
  await olga.sees('Only to be read');
  await expect(olga.page.getByText('View only')).toBeVisible();
  const before = await anna.placeOf('Only to be read');
  await olga.moves('Only to be read', { x: 100, y: 100 });
  await olga.page.keyboard.press('Delete');
  await olga.page.keyboard.press('n');
  await olga.canvas.click({ position: { x: 300, y: 600 } });
  await olga.page.keyboard.type('Not allowed');
  await anna.writesNote('Written afterwards', { x: 800, y: 350 });
  await olga.sees('Written afterwards');
  expect(await anna.placeOf('Only to be read')).toEqual(before);
  await anna.seesNo('Not allowed');
});

test.describe('while the server is away', () => {
  test.use({ allowedProblems: [/ERR_CONNECTION_REFUSED|WebSocket|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/] });

  test('everything that was shown as saved survives a kill of the server, and people go on by themselves', async ({
    people,
    createBoard,
    server,
  }) => {
    const board = await createBoard();
    const anna = await people.join(board, { name: 'Anna' });
    const ben = await people.join(board, { name: 'Ben' });
    await anna.writesNote('Before the crash');
    await anna.isSaved();
    await server.kill();
    await expect(anna.page.getByRole('button', { name: 'Offline' })).toBeVisible();
    await anna.writesNote('While it was away', { x: 750, y: 350 });
    await server.start();
    await anna.isSaved();
    await ben.sees('While it was away');
    await ben.reloads();
    await ben.sees('Before the crash');
    await ben.sees('While it was away');
  });
});

test('the board has no serious finding of axe', async ({ people, createBoard }) => {
  const board = await createBoard({
    templateId: 'retrospective',
    partners: ['Harbour Trust', 'City Library'],
  });
  const anna = await people.join(board, { name: 'Anna', partner: 'Harbour Trust', role: 'facilitator' });
  await expectAccessible(anna.page);
  await anna.page.getByRole('button', { name: 'Share' }).click();
  await expect(anna.page.getByRole('dialog')).toBeVisible();
  await expectAccessible(anna.page);
});

test('a facilitator adds a second template from within the board', async ({ people, createBoard }) => {
  const board = await createBoard({ partners: ['Harbour Trust', 'City Library'] });
  const anna = await people.join(board, { name: 'Anna', role: 'facilitator' });
  const ben = await people.join(board, { name: 'Ben' });
  await anna.page.getByRole('button', { name: 'Start with a template' }).click();
  const dialog = anna.page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Retrospective/ }).click();
  await dialog.getByRole('button', { name: 'Add to the board' }).click();
  await expect(ben.page.getByText('Continue', { exact: true }).first()).toBeAttached();
});
