import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { CreatedBoard, NewBoard } from './support/createBoard.ts';
import type { People } from './support/People.ts';
import type { Person } from './support/Person.ts';
import { middleOf } from './support/ScreenPoint.ts';
import { expect, test } from './support/test.ts';

/** Anna of North, on a board with a matrix of two partners. */
async function annaAtMatrix({
  people,
  createBoard,
}: {
  readonly people: People;
  readonly createBoard: (board: NewBoard) => Promise<CreatedBoard>;
}): Promise<Person> {
  const board = await createBoard({ templateId: 'raci', partners: ['North', 'South'] });
  return people.join(board, { name: 'Anna', partner: 'North' });
}

/** A place of the table by row and column, -1 being a head. */
function place(page: Page, row: number, column: number) {
  return page.locator(`[data-at="${row}:${column}"]`);
}

/** What a spreadsheet's block does to the place that has the focus. */
async function pasteBlock(page: Page, text: string): Promise<void> {
  await page.evaluate((block) => {
    const data = new DataTransfer();
    data.setData('text/plain', block);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** @param rows the letters of the first rows, cells between commas from the left */
async function expectLetters(page: Page, rows: readonly string[]): Promise<void> {
  for (const [row, cells] of rows.entries())
    for (const [column, letters] of cells.split(',').entries())
      await expect(place(page, row, column)).toHaveText(letters);
}

test('a block of a spreadsheet fills the matrix for everybody, and one undo takes it back', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard({ templateId: 'raci', partners: ['North', 'South'] });
  const anna = await people.join(board, { name: 'Anna', partner: 'North' });
  const ben = await people.join(board, { name: 'Ben', partner: 'South' });
  await place(anna.page, 0, -1).focus();
  await pasteBlock(anna.page, 'Plan\tA\t\tR\r\nBuild\tR, C\tx\tA\r\n');
  await expect(place(ben.page, 0, -1)).toHaveText('Plan');
  await expect(place(ben.page, 1, -1)).toHaveText('Build');
  await expect(place(ben.page, 0, 0)).toHaveText('A');
  await expect(place(ben.page, 1, 0)).toHaveText('RC');
  await expect(place(ben.page, 1, 1)).toHaveText('');
  await expect(place(ben.page, 1, 2)).toHaveText('A');
  // Nothing of it became a note or a text beside the matrix.
  await expect(anna.page.locator('.tl-note__container')).toHaveCount(0);
  await anna.page.keyboard.press('Control+z');
  await expect(place(ben.page, 1, 2)).toHaveText('');
  await expect(place(ben.page, 0, 0)).toHaveText('');
});

test('places are selected by Shift and by the mouse, and filled, copied, cut and pasted together', async ({
  people,
  createBoard,
}) => {
  const anna = await annaAtMatrix({ people, createBoard });
  const { keyboard, mouse } = anna.page;
  await place(anna.page, 0, 0).focus();
  await keyboard.press('a');
  await keyboard.press('r');
  await keyboard.press('Control+c');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowDown');
  await keyboard.press('Control+v');
  await expectLetters(anna.page, ['RA,,', ',RA,', ',,']);
  await place(anna.page, 0, -1).focus();
  await keyboard.press('Control+c');
  await place(anna.page, 3, -1).focus();
  await keyboard.press('Control+v');
  await expect(place(anna.page, 3, 0)).toHaveText('RA');

  // Shift and arrows: what is selected is heard, and takes a letter together, as one step to undo.
  await place(anna.page, 0, 0).focus();
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('Shift+ArrowDown');
  await expect(anna.page.getByText('2 rows and 2 columns selected')).toBeAttached();
  await keyboard.press('i');
  await expectLetters(anna.page, ['RAI,I,', 'I,RAI,', ',,']);
  await keyboard.press('Control+x');
  await expectLetters(anna.page, [',,', ',,', ',,']);
  await keyboard.press('Control+z');
  await expectLetters(anna.page, ['RAI,I,', 'I,RAI,', ',,']);
  await keyboard.press('Escape');
  await expect(anna.page.getByText('columns selected')).toHaveCount(0);
  await keyboard.press('Control+x');
  await keyboard.press('ArrowRight');
  await keyboard.press('Control+v');
  await expectLetters(anna.page, ['RAI,I,', 'I,,RAI', ',,']);

  // One cell onto a range that the mouse was dragged over; and no letters opened by that.
  await place(anna.page, 0, 1).focus();
  await keyboard.press('Control+c');
  const [from, to] = [await middleOf(place(anna.page, 1, 1)), await middleOf(place(anna.page, 2, 2))];
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 4 });
  await mouse.up();
  await expect(anna.page.getByRole('button', { name: 'Clear' })).toHaveCount(0);
  await keyboard.press('Control+v');
  await expectLetters(anna.page, ['RAI,I,', 'I,I,I', ',I,I']);
  await place(anna.page, 0, 1).click({ modifiers: ['Shift'] });
  await keyboard.press('Delete');
  await expectLetters(anna.page, ['RAI,,', 'I,,I', ',I,I']);

  // A drag that is let go beside the table takes nothing away from the next press of a key.
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 4 });
  await mouse.move(640, 4);
  await mouse.up();
  await place(anna.page, 0, 0).focus();
  await keyboard.press('Enter');
  await expect(anna.page.getByRole('button', { name: 'Clear' })).toBeVisible();
});

test('rows and columns are put elsewhere by dragging and by keys, and it is said where they stand', async ({
  people,
  createBoard,
}) => {
  const anna = await annaAtMatrix({ people, createBoard });
  const { page } = anna;
  const { keyboard, mouse } = page;
  await place(page, 0, -1).focus();
  await pasteBlock(page, 'Plan\tA\r\nBuild\tR\r\nRun\tC\r\n');
  await place(page, -1, 0).focus();
  await pasteBlock(page, 'Lead\tClerk');
  await expect(place(page, -1, 1)).toHaveText('Clerk');
  const drags = async (name: string, onto: Locator, by: { readonly x: number; readonly y: number }) => {
    const grip = await middleOf(page.getByRole('button', { name: `More for ${name}` }));
    const end = await middleOf(onto);
    await mouse.move(grip.x, grip.y);
    await mouse.down();
    await mouse.move(end.x + by.x, end.y + by.y, { steps: 4 });
    await mouse.up();
  };
  await drags('Plan', place(page, 2, -1), { x: 0, y: 8 });
  await expect(place(page, 2, -1)).toHaveText('Plan');
  await expectLetters(page, ['R', 'C', 'A']);
  await expect(page.getByText(/^Plan is now row 3 of \d+/)).toBeAttached();
  await drags('Clerk', place(page, -1, 0), { x: -8, y: 0 });
  await expect(place(page, -1, 0)).toHaveText('Clerk');
  await expectLetters(page, [',R', ',C', ',A']);
  await expect(page.getByRole('group', { name: 'More for Clerk' })).toHaveCount(0);
  await place(page, 2, -1).focus();
  await keyboard.press('Alt+ArrowUp');
  await expect(place(page, 1, -1)).toBeFocused();
  await expect(place(page, 1, -1)).toHaveText('Plan');
  await expect(page.getByText(/^Plan is now row 2 of \d+/)).toBeAttached();
});

test('a table from a file shows what it would bring, replaces letters only if wanted, and is undone at once', async ({
  people,
  createBoard,
}) => {
  const anna = await annaAtMatrix({ people, createBoard });
  const { page } = anna;
  await place(page, 0, -1).focus();
  await pasteBlock(page, 'Plan\tI');
  await place(page, -1, 0).focus();
  await pasteBlock(page, 'Lead');
  await expect(place(page, -1, 0)).toHaveText('Lead');
  const csv = 'Work,Lead (North),Clerk (South)\nPlan,A,R\nBuild,R,maybe\n';
  await page.locator('input[type=file][accept*=csv]').setInputFiles({
    name: 'roles.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv),
  });
  const dialog = page.getByRole('dialog', { name: 'Import a table' });
  await expect(dialog.getByText('Rows that are named or added: Build')).toBeVisible();
  await expect(dialog.getByText('Columns that are named or added: Clerk')).toBeVisible();
  await expect(dialog.getByText('Empty cells that are filled in: 2')).toBeVisible();
  await expect(dialog.getByText('Plan, Lead: I would become A')).toBeVisible();
  await expect(dialog.getByText('Row 3, column 3: “maybe” stands for no letters.')).toBeVisible();
  await dialog.getByLabel('Take the letters of the table there').check();
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(place(page, 0, 0)).toHaveText('A');
  await expect(place(page, 0, 2)).toHaveText('R');
  await expect(place(page, 1, 0)).toHaveText('R');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    // Where the matrix ends, tldraw's tools may stand over it.
    page.getByRole('button', { name: 'Export CSV' }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('RACI matrix.csv');
  const exported = await readFile(await download.path(), 'utf8');
  expect(exported.replace(/^\uFEFF/u, '').split(/\r\n/u)).toEqual([
    'Work,Lead (North),Clerk (South)',
    'Plan,A,R',
    'Build,R,',
    '',
  ]);
  await place(page, 0, 0).focus();
  await page.keyboard.press('Control+z');
  await expect(place(page, 0, 0)).toHaveText('I');
  await expect(place(page, 1, 0)).toHaveText('');
});

test('a table that is dropped on the matrix is looked at, not laid beside it', async ({
  people,
  createBoard,
}) => {
  const anna = await annaAtMatrix({ people, createBoard });
  const { page } = anna;
  await page.locator('.cg-matrix').evaluate((matrix) => {
    const data = new DataTransfer();
    data.items.add(new File(['Work,Lead\nPlan,A\n'], 'roles.csv', { type: 'text/csv' }));
    const { x, y } = matrix.getBoundingClientRect();
    const at = { clientX: x + 40, clientY: y + 40 };
    const init = { dataTransfer: data, bubbles: true, cancelable: true, ...at };
    document.elementFromPoint(at.clientX, at.clientY)?.dispatchEvent(new DragEvent('drop', init));
  });
  await page.getByRole('dialog', { name: 'Import a table' }).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(place(page, 0, 0)).toHaveText('');
});
