import { expectAccessible } from './support/expectAccessible.ts';
import { expect, test } from './support/test.ts';

test('what one person writes, moves and removes, another sees', async ({ people, createBoard }) => {
  const board = await createBoard({ partners: ['North', 'South'] });
  const anna = await people.join(board, { name: 'Anna', partner: 'North' });
  const ben = await people.join(board, { name: 'Ben', partner: 'South' });
  await anna.writesNote('A ferry every ten minutes');
  await ben.sees('A ferry every ten minutes');

  const before = await ben.placeOf('A ferry every ten minutes');
  await anna.moves('A ferry every ten minutes', { x: 120, y: 60 });
  await ben.seesAt('A ferry every ten minutes', { x: before.x + 120, y: before.y + 60 });

  await ben.removes('A ferry every ten minutes');
  await anna.seesNo('A ferry every ten minutes');
});

test('what was written is there after a reload', async ({ people, createBoard }) => {
  const anna = await people.join(await createBoard(), { name: 'Anna' });
  await anna.writesNote('Keep the old harbour wall');
  await anna.isSaved();
  await anna.reloads();
  await anna.sees('Keep the old harbour wall');
});

test.describe('the death of the server', () => {
  // What the browser itself writes when nobody listens any more.
  test.use({ allowedProblems: [/ERR_CONNECTION_REFUSED/] });

  test('loses nothing that was shown as saved, and nothing written meanwhile', async ({
    people,
    createBoard,
    server,
  }) => {
    const board = await createBoard();
    const anna = await people.join(board, { name: 'Anna' });
    await anna.writesNote('Written before the power cut');
    await anna.isSaved();
    await server.kill();
    await anna.isOffline();
    await anna.writesNote('Written during it', { x: 800, y: 350 });
    await server.start();
    await anna.isSaved();
    const ben = await people.join(board, { name: 'Ben' });
    await ben.sees('Written before the power cut');
    await ben.sees('Written during it');
  });
});

test('an observer sees everything and is offered no tool', async ({ people, createBoard }) => {
  const board = await createBoard();
  const anna = await people.join(board, { name: 'Anna' });
  const olga = await people.join(board, { name: 'Olga', role: 'observer' });
  await anna.writesNote('Seen by all');
  await olga.sees('Seen by all');
  await expect(anna.noteTool).toBeVisible();
  await expect(olga.noteTool).toHaveCount(0);
});

test('the board has no serious finding of axe', async ({ people, createBoard }) => {
  const anna = await people.join(await createBoard({ partners: ['North', 'South'] }), { name: 'Anna' });
  await expectAccessible(anna.page);
});
