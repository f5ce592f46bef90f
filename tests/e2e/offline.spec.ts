import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

// Chromium itself writes a line for every request that finds no server.
test.use({
  allowedProblems: [
    /ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|WebSocket|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_FAILED/,
  ],
});

test('a board opened before opens without the server, and what is written then reaches the others later', async ({
  people,
  createBoard,
  server,
}) => {
  const board = await createBoard({ title: 'Harbour quarter' });
  const anna = await people.join(board, { name: 'Anna' });
  const ben = await people.join(board, { name: 'Ben' });
  await anna.writesNote('Written online');
  await anna.isSaved();
  await expect
    .poll(() =>
      anna.page.evaluate(async () => (await caches.open('common-ground-page')).match('/').then(Boolean)),
    )
    .toBe(true);
  await server.kill();
  await anna.reloads();
  await anna.sees('Written online');
  await expect(anna.page.getByRole('button', { name: 'Offline' })).toBeVisible();
  await anna.writesNote('Written offline', { x: 800, y: 350 });
  await anna.isKept();
  await anna.reloads();
  await anna.sees('Written offline');
  await server.start();
  await anna.isSaved();
  await ben.sees('Written offline');
});

test('what was written offline and not sent is still shown as unsaved after a reload', async ({
  people,
  createBoard,
  server,
}) => {
  const board = await createBoard();
  const anna = await people.join(board, { name: 'Anna' });
  await anna.writesNote('Written online');
  await anna.isSaved();
  await expect
    .poll(() =>
      anna.page.evaluate(async () => (await caches.open('common-ground-page')).match('/').then(Boolean)),
    )
    .toBe(true);
  await server.kill();
  await anna.writesNote('Not sent yet', { x: 800, y: 350 });
  await anna.isKept();
  await anna.reloads();
  await expect(anna.page.getByRole('button', { name: 'Offline' })).toBeVisible();
  await anna.page.getByRole('button', { name: 'Offline' }).hover();
  await expect(anna.page.getByText(/change is kept on this device/)).toBeVisible();
  await server.start();
  await anna.isSaved();
});

test('somebody whose link is replaced keeps no copy of the board', async ({
  people,
  createBoard,
  request,
}) => {
  const board = await createBoard();
  const fia = await people.join(board, { name: 'Fia', role: 'facilitator' });
  const anna = await people.join(board, { name: 'Anna' });
  await anna.writesNote('Not for everybody');
  await anna.isSaved();
  const token = await fia.page.evaluate((boardId) => {
    const session = localStorage.getItem(`common-ground/session/${boardId}`);
    return (JSON.parse(session ?? '{}') as { token: string }).token;
  }, board.boardId);
  const renewed = await request.post(`/api/boards/${board.boardId}/links/contributor/renew`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(renewed.ok()).toBe(true);
  await expect(anna.page.getByText('This link has been replaced').first()).toBeVisible();
  await expect.poll(() => keptUpdates(anna.page, board.boardId)).toBe(0);
});

/** How many updates of a board this browser keeps. */
async function keptUpdates(page: Page, boardId: string): Promise<number> {
  return page.evaluate(async (id) => {
    const databases = await indexedDB.databases();
    const name = databases.map((database) => database.name ?? '').find((known) => known.includes(id));
    if (name === undefined) return 0;
    const opened = indexedDB.open(name);
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    const count = opened.result.objectStoreNames.contains('updates')
      ? opened.result.transaction('updates').objectStore('updates').count()
      : null;
    if (count !== null) await new Promise((resolve) => count.addEventListener('success', resolve));
    opened.result.close();
    return count?.result ?? 0;
  }, boardId);
}
