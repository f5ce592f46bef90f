import { test } from './support/test.ts';

test('what one person writes, moves and removes, another sees', async ({ people, createBoard }) => {
  const board = await createBoard({ partners: ['North', 'South'] });
  const anna = await people.join(board, { name: 'Anna', partner: 'North' });
  const ben = await people.join(board, { name: 'Ben', partner: 'South' });
  await anna.writesNote('A ferry every ten minutes');
  await ben.sees('A ferry every ten minutes');

  const before = await ben.placeOf('A ferry every ten minutes');
  await anna.moves('A ferry every ten minutes', { x: 120, y: 60 });
  await ben.seesAt('A ferry every ten minutes', { x: before.x + 120, y: before.y + 60 });

  await test.step('also when the browser draws no frames, as that of a hidden tab', async () => {
    await anna.page.evaluate(() => Object.assign(window, { requestAnimationFrame: () => 0 }));
    await anna.page.keyboard.press('Shift+ArrowDown');
    await ben.seesAt('A ferry every ten minutes', { x: before.x + 120, y: before.y + 70 });
  });

  await test.step('also what was done the moment before leaving', async () => {
    await anna.page.evaluate(() => Object.assign(window, { setTimeout: () => 0 }));
    await anna.page.keyboard.press('Shift+ArrowDown');
    await anna.reloads();
    await ben.seesAt('A ferry every ten minutes', { x: before.x + 120, y: before.y + 80 });
  });

  await ben.removes('A ferry every ten minutes');
  await anna.seesNo('A ferry every ten minutes');
});
