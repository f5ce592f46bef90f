import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';
import { fillJoinForm } from './support/People.ts';
import { expect, test } from './support/test.ts';

// A file that is none is refused.
test.use({ allowedProblems: [/status of 4/] });

test('a board is taken along as pictures and its notes as files, which hold what they should', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard({ title: 'Our wells', partners: ['North', 'South'] });
  const anna = await people.join(board, { name: 'Anna', partner: 'North', role: 'facilitator' });
  await anna.writesNote('Clean water', { x: 350, y: 300 });
  await anna.writesNote('=A fair price', { x: 750, y: 300 });
  await anna.selects('Clean water');
  const { page } = anna;
  await page.getByRole('banner').getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Save as a file…' }).click();
  const whole = page.getByRole('region', { name: 'Picture of this page' });
  const selection = page.getByRole('region', { name: 'Picture of what is selected' });
  const notes = page.getByRole('region', { name: 'All notes' });

  await test.step('pictures of the page', async () => {
    const png = await saved(whole, 'PNG');
    expect(png.name).toBe('Our wells.png');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    const [width, height] = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
    // Two notes beside each other, of 200 px each and 400 px apart.
    expect(width).toBeGreaterThan(600);
    expect(width).toBeGreaterThan(2 * height);
    const svg = (await saved(whole, 'SVG')).bytes.toString();
    expect(svg).toMatch(/^<svg/);
    expect(svg).toContain('Clean water');
    expect(svg).toContain('=A fair price');
    const pdf = await getDocumentProxy(new Uint8Array((await saved(whole, 'PDF')).bytes));
    expect(pdf.numPages).toBe(1);
    const [, , pageWidth = 0, pageHeight = 0] = (await pdf.getPage(1)).view;
    expect(pageWidth / pageHeight).toBeCloseTo(width / height, 1);
  });

  await test.step('a picture of what is selected alone', async () => {
    const svg = (await saved(selection, 'SVG')).bytes.toString();
    expect(svg).toContain('Clean water');
    expect(svg).not.toContain('=A fair price');
    const png = (await saved(selection, 'PNG')).bytes;
    // One note is as wide as it is high; two beside each other were not.
    expect(png.readUInt32BE(16)).toBe(png.readUInt32BE(20));
    const pdf = await getDocumentProxy(new Uint8Array((await saved(selection, 'PDF')).bytes));
    const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
    expect([pdf.numPages, width / height]).toEqual([1, 1]);
  });

  await test.step('the notes with who wrote them and when', async () => {
    const csv = (await saved(notes, 'CSV')).bytes.toString();
    expect(csv).toMatch(/Clean water,Anna,North,\d{4}-\d\d-\d\d \d\d:\d\d/);
    // No spreadsheet takes it for a formula.
    expect(csv).not.toMatch(/(^|,)=A fair price/m);
    const markdown = (await saved(notes, 'Markdown')).bytes.toString();
    expect(markdown).toContain('Clean water');
    expect(markdown).toContain('Anna · North');
    const json = JSON.parse((await saved(notes, 'JSON')).bytes.toString()) as {
      sections: { notes: { text: string; author: string }[] }[];
    };
    const found = json.sections.flatMap((section) => section.notes);
    expect(found.map(({ text }) => text).toSorted((a, b) => a.localeCompare(b))).toEqual([
      '=A fair price',
      'Clean water',
    ]);
    expect(found.map(({ author }) => author)).toEqual(['Anna', 'Anna']);
  });

  await test.step('the whole board as a file, of which the home page makes an equal one', async () => {
    const file = await saved(page.getByRole('region', { name: 'The whole board' }), 'Board file');
    expect(file.name).toBe('Our wells.zip');
    await page.goto('/');
    const field = page.getByLabel('Open a board file', { exact: true });
    await field.setInputFiles({
      name: 'notes.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from('none'),
    });
    await expect(page.getByRole('alert')).not.toBeEmpty();
    await field.setInputFiles({ name: file.name, mimeType: 'application/zip', buffer: file.bytes });
    await fillJoinForm(page, { name: 'Gus' });
    await anna.isOnBoard();
    await anna.sees('Clean water');
    await anna.sees('=A fair price');
    expect(page.url()).not.toContain(board.boardId);
  });
});

async function saved(region: Locator, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    region.page().waitForEvent('download'),
    region.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}
