import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { Attendee } from './support/Attendee.ts';
import { expectAccessible } from './support/expectAccessible.ts';
import { expect, test } from './support/test.ts';
import { textOfPdf } from './support/textOfPdf.ts';

/** A place of the table by row and column, -1 being a head. */
function place(page: Page, row: number, column: number) {
  return page.locator(`[data-at="${row}:${column}"]`);
}

/** Puts the focus on a place and types its letters, cell by cell to the right; a dot leaves a cell as it is. */
async function fills(page: Page, row: number, cells: readonly string[]): Promise<void> {
  await place(page, row, 0).focus();
  for (const [column, letters] of cells.entries()) {
    if (letters !== '.') for (const letter of letters) await page.keyboard.press(letter);
    await expect(place(page, row, column)).toHaveText(letters === '.' ? '' : letters, { ignoreCase: true });
    await page.keyboard.press('ArrowRight');
  }
}

async function pastes(page: Page, row: number, column: number, text: string): Promise<void> {
  await place(page, row, column).focus();
  await page.evaluate((block) => {
    const data = new DataTransfer();
    data.setData('text/plain', block);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

/*
 * Worked out by hand. Filled in by anybody: nine cells (Plan: Lead, Planner, Driver; Build: Lead, Planner, Driver,
 * Clerk; Run: Planner, Clerk). Seen the same: Plan Lead, Plan Planner, Build Planner, Build Driver, so 4 of 9 = 44 %.
 * Of the five others four have no letter in common (100 % apart), and Run Planner, RA and R, has one of two (50 %).
 */
const views = {
  North: [
    ['a', 'r', 'i', '.'],
    ['a', 'c', 'r', '.'],
    ['.', 'ra', '.', '.'],
  ],
  South: [
    ['a', 'r', 'c', '.'],
    ['.', 'c', 'r', 'a'],
    ['.', 'r', '.', 'a'],
  ],
} as const;

test('two partners fill in the matrix unseen, compare their views, settle the differences, and take a report along', async ({
  people,
  createBoard,
}) => {
  test.setTimeout(120_000);
  const board = await createBoard({ title: 'Bus line', templateId: 'raci', partners: ['North', 'South'] });
  const fay = new Attendee(await people.join(board, { name: 'Fay', role: 'facilitator' }));
  const anna = new Attendee(await people.join(board, { name: 'Anna', partner: 'North' }));
  const ben = new Attendee(await people.join(board, { name: 'Ben', partner: 'South' }));
  await fay.presses('Open the side panel');
  await fay.presses('Start workshop');
  await pastes(anna.page, 0, -1, 'Plan\nBuild\nRun');
  await pastes(anna.page, -1, 0, 'Lead\tPlanner\tDriver\tClerk');
  await expect(place(ben.page, -1, 3)).toHaveText('Clerk');

  await fay.page.getByRole('button', { name: /Go to .*Our own view/ }).click();
  await expect(anna.page.getByText('Own view of North')).toBeVisible();
  for (const [row, cells] of views.North.entries()) await fills(anna.page, row, cells);
  await anna.page.keyboard.press('ArrowUp');
  await anna.page.keyboard.press('c');
  await expect(place(anna.page, 1, 3)).toHaveText('C');
  await anna.page.keyboard.press('Control+z');
  await expect(place(anna.page, 1, 3)).toHaveText('');
  await anna.page.keyboard.press('Control+Shift+z');
  await expect(place(anna.page, 1, 3)).toHaveText('C');
  await anna.page.keyboard.press('Control+z');
  await expect(place(anna.page, 1, 3)).toHaveText('');
  // Nobody sees what another partner fills in, only how many have begun.
  await expect(ben.page.getByText('1 of 2 partners have filled in')).toBeVisible();
  await expect(place(ben.page, 0, 0)).toHaveText('');
  await expect(fay.page.locator('.cg-matrix-letter')).toHaveCount(0);
  for (const [row, cells] of views.South.entries()) await fills(ben.page, row, cells);
  await expect(fay.page.getByText('2 of 2 partners have filled in')).toBeVisible();

  await fay.presses('Reveal the partners’ views');
  await fay.goesOn();
  await anna.isIn('Compare and settle');
  for (const { page } of [anna, ben]) {
    await expect(page.locator('td[data-differs]')).toHaveCount(5);
    for (const [row, column, letters] of [
      [0, 0, 'A'],
      [0, 1, 'R'],
      [1, 1, 'C'],
      [1, 2, 'R'],
    ] as const) {
      await expect(place(page, row, column)).toHaveText(letters);
    }
    await expect(page.getByText('44 % of the cells that anybody filled in are seen the same.')).toBeVisible();
    await expect(page.getByText('0 of 5 differences settled')).toBeVisible();
  }
  await fay.page.getByRole('tab', { name: 'Results' }).click();
  const findings = fay.page.getByRole('region', { name: 'Findings' }).getByRole('listitem');
  // Build and Run without A, Run without R; Clerk without a letter; every A with North, none with South; Plan all North's.
  await expect(findings).toHaveCount(7);

  const heads = anna.page.locator('.cg-compare-head');
  await expect(heads).toHaveText([
    /Plan · Driver.*100 %/s,
    /Build · Lead.*100 %/s,
    /Build · Clerk.*100 %/s,
    /Run · Clerk.*100 %/s,
    /Run · Planner.*50 %/s,
  ]);
  await heads.first().focus();
  await anna.page.keyboard.press('c');
  await anna.page.keyboard.press('ArrowDown');
  await expect(heads.nth(1)).toBeFocused();
  const build = ben.page.locator('.cg-compare-cell').nth(1);
  await build.getByRole('button', { name: 'Settle on nothing: South' }).click();
  for (const [at, said] of [
    [2, 'Settle on A: South'],
    [3, 'Settle on A: South'],
  ] as const) {
    await ben.page.locator('.cg-compare-cell').nth(at).getByRole('button', { name: said }).click();
  }
  await expect(anna.page.getByText('4 of 5 differences settled')).toBeVisible();
  // The last one in the matrix itself: what is entered there is what the group settles on.
  await place(anna.page, 2, 1).focus();
  await anna.page.keyboard.press('r');
  await expect(ben.page.getByText('All differences are settled.')).toBeVisible();
  await expect(ben.page.locator('td[data-differs]')).toHaveCount(0);
  await expect(fay.page.getByText('Nothing to point out at the moment.')).toBeVisible();

  const [download] = await Promise.all([
    fay.page.waitForEvent('download'),
    fay.page.getByRole('button', { name: 'Text (Markdown)' }).click(),
  ]);
  const report = await readFile(await download.path(), 'utf8');
  expect(report).toContain('agreed on 44 %');
  expect(rowsOf(report)).toEqual(
    expect.arrayContaining([
      ['Plan', 'A', 'R', 'C', ''],
      ['Build', '', 'C', 'R', 'A'],
      ['Run', '', 'R', '', 'A'],
      ['Plan', 'Driver', 'I', 'C', 'C'],
      ['Build', 'Lead', 'A', 'nothing', 'nothing'],
      ['Build', 'Clerk', 'nothing', 'A', 'A'],
      ['Run', 'Clerk', 'nothing', 'A', 'A'],
      ['Run', 'Planner', 'RA', 'R', 'R'],
    ]),
  );
  await expectOnPaper(fay.page);
});

/** Opens the report's page, and looks at what is printed of it, text by text. */
async function expectOnPaper(page: Page): Promise<void> {
  const [paper] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: 'Print or save as PDF' }).click(),
  ]);
  await expect(paper.getByRole('heading', { name: 'Bus line', level: 1 })).toBeVisible();
  await expect(paper.getByRole('table', { name: 'RACI matrix' }).getByRole('row')).toHaveText([
    /^WorkLead/,
    'PlanARC',
    'BuildCRA',
    'RunRA',
  ]);
  await expectAccessible(paper);
  for (const format of ['A4', 'Letter'] as const) {
    const text = await textOfPdf(await paper.pdf({ format }));
    for (const part of [
      'Bus line',
      'RACI matrix',
      'Planner (North)',
      'agreed on 44 %',
      'Where they differed',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Back to the board');
  }
}

/** The rows of a report's tables. */
function rowsOf(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
