import type { Locator } from '@playwright/test';
import type { CreatedBoard } from './support/createBoard.ts';
import { expectAccessible } from './support/expectAccessible.ts';
import { Network } from './support/Network.ts';
import { fillJoinForm, type People } from './support/People.ts';
import type { Person } from './support/Person.ts';
import { expect, test } from './support/test.ts';

/** The history tab of somebody's side panel, opened. */
async function opensHistory({ page }: Person): Promise<Locator> {
  await page.getByRole('button', { name: 'Open the side panel' }).click();
  await page.getByRole('tab', { name: 'History' }).click();
  return page.getByRole('complementary', { name: 'Side panel' });
}

/** Keeps the board as it is now under a name. */
async function keeps({ page }: Person, panel: Locator, name: string): Promise<void> {
  await panel.getByRole('button', { name: 'Name this moment' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(panel.getByRole('button', { name })).toBeVisible();
}

/** Somebody who joins over a network that the test can cut or hold up. */
async function joinsByCable(people: People, board: CreatedBoard, name: string) {
  const person = await people.arrive(name);
  const network = await Network.of(person.page);
  await person.page.goto(board.links.contributor);
  await fillJoinForm(person.page, { name });
  await person.isOnBoard();
  return { person, network };
}

test('a moment is named, looked at, compared with now and gone back to', async ({ people, createBoard }) => {
  const board = await createBoard({ title: 'Our wells' });
  const anna = await people.join(board, { name: 'Anna', role: 'facilitator' });
  const ben = await people.join(board, { name: 'Ben' });
  const panel = await opensHistory(anna);
  await anna.writesNote('Clean water', { x: 300, y: 300 });
  await anna.isSaved();
  await keeps(anna, panel, 'Before the vote');

  await ben.sees('Clean water');
  await ben.writesNote('Safe streets', { x: 650, y: 300 });
  await ben.recolours('Clean water', 'red');
  await ben.isSaved();
  await anna.sees('Safe streets');

  // Looking: the moment on the canvas, read-only, and back.
  await panel.getByRole('button', { name: 'Before the vote' }).click();
  const stage = anna.page.getByRole('main');
  await expect(stage.getByText(/^You are looking at Today/)).toBeVisible();
  await expect(anna.shape('Clean water')).toHaveCount(2);
  await expect(anna.shape('Safe streets')).toHaveCount(1);

  // Comparing: the list says what, by whom, and the canvas marks it.
  await panel.getByRole('button', { name: 'Compare with now' }).click();
  await expect(panel.getByRole('heading', { name: '1 added' })).toBeVisible();
  await expect(panel.getByRole('button', { name: /Safe streets.*Ben/ })).toBeVisible();
  await expect(panel.getByRole('button', { name: /Clean water.*colour.*Ben/ })).toBeVisible();
  await panel.getByRole('button', { name: 'Next' }).click();
  await expect(panel.getByText('1 of 2')).toBeVisible();
  await expect(stage.getByText('Added', { exact: true })).toBeVisible();
  await expect(stage.getByText('Changed', { exact: true })).toBeVisible();
  await expectAccessible(anna.page);

  await panel.getByRole('button', { name: 'Go back to this…' }).click();
  const dialog = anna.page.getByRole('dialog');
  await expect(dialog.getByText('1 thing that came later goes.')).toBeVisible();
  await expect(dialog.getByText('1 thing is as it was.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Go back', exact: true }).click();
  await anna.seesNo('Safe streets');
  await expect(anna.shape('Clean water')).toHaveCount(1);

  await ben.seesNo('Safe streets');

  await anna.page.getByRole('button', { name: 'Take it back' }).click();
  await anna.sees('Safe streets');
  await ben.sees('Safe streets');
});

test.describe('a restore', () => {
  test.use({ allowedProblems: [/ERR_INTERNET_DISCONNECTED|WebSocket connection/] });

  test('reaches a second browser, a stale tab and an offline one, brings nothing back and keeps what they do later', async ({
    people,
    createBoard,
  }) => {
    // Four browsers.
    test.setTimeout(120_000);
    const board = await createBoard();
    const anna = await people.join(board, { name: 'Anna', role: 'facilitator' });
    const ben = await people.join(board, { name: 'Ben' });
    const { person: stale, network: slow } = await joinsByCable(people, board, 'Carol');
    const { person: away, network: cable } = await joinsByCable(people, board, 'Dan');
    const all = [anna, ben, stale, away];
    const panel = await opensHistory(anna);
    await anna.writesNote('Clean water', { x: 300, y: 300 });
    await anna.isSaved();
    await keeps(anna, panel, 'Before the vote');
    await anna.writesNote('Safe streets', { x: 650, y: 300 });
    await anna.isSaved();
    for (const person of all) await person.sees('Safe streets');

    await cable.isCut();
    await away.recolours('Safe streets', 'red');
    await away.writesNote('Written offline', { x: 650, y: 550 });
    slow.holdsBack();
    await panel.getByRole('button', { name: 'Before the vote' }).click();
    await panel.getByRole('button', { name: 'Go back to this…' }).click();
    await anna.page.getByRole('dialog').getByRole('button', { name: 'Go back', exact: true }).click();
    for (const person of [anna, ben]) await person.seesNo('Safe streets');
    // What Carol still has before her went; what she does to it arrives at once.
    await stale.recolours('Safe streets', 'green');
    await stale.writesNote('Written late', { x: 300, y: 550 });
    await ben.sees('Written late');
    await ben.writesNote('Written after it', { x: 650, y: 550 });
    slow.letsThrough();
    await cable.isBack();

    for (const person of all) {
      for (const text of ['Written offline', 'Written late', 'Written after it', 'Clean water'])
        await person.sees(text);
      await person.seesNo('Safe streets');
    }
  });
});

test('what was deleted by mistake is back with one press', async ({ people, createBoard }) => {
  const board = await createBoard();
  const anna = await people.join(board, { name: 'Anna', role: 'facilitator' });
  await anna.pastesText(Array.from({ length: 24 }, (_, at) => `Idea ${at + 1}`).join('\n'));
  await anna.sees('Idea 24');
  await anna.isSaved();
  await anna.canvas.focus();
  await anna.page.keyboard.press('Control+a');
  await anna.page.keyboard.press('Delete');
  await anna.seesNo('Idea 24');
  await expect(anna.page.getByText('You removed much of the board.')).toBeVisible();
  await anna.page.getByRole('button', { name: 'Bring it back' }).click();
  await anna.sees('Idea 24');
  await anna.sees('Idea 9');
});

test('a new board begins from a kept moment, and a replay goes through them', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard({ title: 'Our wells' });
  const anna = await people.join(board, { name: 'Anna', role: 'facilitator' });
  const panel = await opensHistory(anna);
  await anna.writesNote('Clean water', { x: 300, y: 300 });
  await anna.isSaved();
  await keeps(anna, panel, 'First');
  await anna.writesNote('Safe streets', { x: 650, y: 300 });
  await anna.isSaved();
  await keeps(anna, panel, 'Second');

  await panel.getByRole('button', { name: 'Replay' }).click();
  const replay = anna.page.getByRole('region', { name: 'Replay' });
  await expect(replay.getByText('Second')).toBeVisible();
  await expect(anna.shape('Safe streets')).toHaveCount(2);
  await replay.getByRole('slider', { name: 'Moment' }).press('ArrowLeft');
  await expect(replay.getByText('First')).toBeVisible();
  await expect(anna.shape('Safe streets')).toHaveCount(1);
  await anna.page.keyboard.press('Escape');
  await expect(replay).toHaveCount(0);

  await panel.getByRole('button', { name: 'First' }).click();
  await panel.getByRole('button', { name: 'New board from this…' }).click();
  await anna.page.getByRole('dialog').getByLabel('Title').fill('Our streets');
  await anna.page.getByRole('button', { name: 'Create board' }).click();
  await anna.page.keyboard.press('Escape');
  await expect(anna.page.getByRole('heading', { name: 'Our streets' })).toBeVisible();
  await anna.sees('Clean water');
  await anna.seesNo('Safe streets');
});
