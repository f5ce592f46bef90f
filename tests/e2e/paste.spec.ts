import { expect, test } from './support/test.ts';

test('a pasted list becomes one note a line for everybody, and one undo takes it back', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard();
  const anna = await people.join(board, { name: 'Anna' });
  const ben = await people.join(board, { name: 'Ben' });
  await anna.pastesText('- Shared calendar\n- One contact each\n- Decisions in writing');
  for (const text of ['Shared calendar', 'One contact each', 'Decisions in writing']) await ben.sees(text);
  await expect(ben.page.locator('.tl-note__container')).toHaveCount(3);
  await anna.page.keyboard.press('Control+z');
  await ben.seesNo('Shared calendar');
  await expect(ben.page.locator('.tl-note__container')).toHaveCount(0);
});

test('cells of a spreadsheet become notes in columns, and a sentence stays a text', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard();
  const anna = await people.join(board, { name: 'Anna' });
  await anna.pastesText('Trust\tPace\nWarm\tSlow');
  const [trust, pace, warm] = await Promise.all(['Trust', 'Pace', 'Warm'].map((text) => anna.placeOf(text)));
  expect(pace?.x).toBeGreaterThan(trust?.x ?? 0);
  expect(warm?.y).toBeGreaterThan(trust?.y ?? 0);
  expect(warm?.x).toBe(trust?.x);
  await anna.page.keyboard.press('Escape');
  await anna.pastesText('Just one sentence.');
  await anna.sees('Just one sentence.');
  await expect(anna.page.locator('.tl-note__container')).toHaveCount(4);
});

test('a pasted link becomes a card with its address, and nobody asks the other site', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard();
  const anna = await people.join(board, { name: 'Anna' });
  const ben = await people.join(board, { name: 'Ben' });
  await anna.pastesText('https://example.org/charter');
  await ben.sees('example.org/charter');
});
