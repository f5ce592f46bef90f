import { Attendee } from './support/Attendee.ts';
import { keepPicture, pictureWindow as large } from './support/keepPicture.ts';
import { expect, test } from './support/test.ts';

/*
 * The pictures in the README are boards as people see them. Those of the vision alignment and the conflict are taken while these are
 * walked through whole (vision.spec.ts, conflict.spec.ts).
 */
const written: Readonly<Record<string, readonly [section: string, text: string][]>> = {
  Anna: [
    ['Start', 'A call of fifteen minutes every Monday'],
    ['Continue', 'Saying early when something slips'],
    ['Stop', 'Decisions in side channels'],
  ],
  Ben: [
    ['Start', 'One list of who decides what'],
    ['Stop', 'Meetings without an agenda'],
    ['Continue', 'Walking the site together'],
  ],
  Cara: [
    ['Start', 'Notes on the day itself'],
    ['Continue', 'Thanking people by name'],
  ],
};

test.describe('pictures', () => {
  test.setTimeout(240_000);

  test('a retrospective after its reveal', async ({ people, createBoard }) => {
    const board = await createBoard({
      title: 'Looking back on our first season',
      templateId: 'retrospective',
      partners: ['North', 'South', 'East'],
    });
    const fay = new Attendee(await people.join(board, { name: 'Fay', role: 'facilitator' }, large));
    await fay.presses('Open the side panel');
    await fay.presses('Start workshop');
    await fay.page.getByRole('button', { name: /Go to .*Gather/ }).click();
    for (const [name, partner] of [
      ['Anna', 'North'],
      ['Ben', 'South'],
      ['Cara', 'East'],
    ] as const) {
      const writer = new Attendee(await people.join(board, { name, partner }, large));
      await writer.isIn('Gather');
      for (const [section, text] of written[name] ?? []) {
        await writer.choosesSection(section);
        await writer.writesPrivately(text);
      }
      await writer.page.mouse.move(500 + 120 * name.length, 420);
    }
    await fay.presses('Reveal the notes');
    for (const notes of Object.values(written)) for (const [, text] of notes) await fay.person.sees(text);
    await fay.goesOn();
    await fay.isIn('Read');
    await expect(fay.page.getByRole('button', { name: /Follow/ })).toHaveCount(3);
    await keepPicture(fay.page, 'board', 'step');
  });

  test('a matrix in which the views of three partners are compared', async ({ people, createBoard }) => {
    const board = await createBoard({
      title: 'A bus line for both banks',
      templateId: 'raci',
      partners: ['North', 'South', 'East'],
    });
    const fay = new Attendee(await people.join(board, { name: 'Fay', role: 'facilitator' }, large));
    await fay.presses('Open the side panel');
    await fay.presses('Start workshop');
    const names = [
      ['Anna', 'North'],
      ['Ben', 'South'],
      ['Cara', 'East'],
    ] as const;
    const writers: Attendee[] = [];
    for (const [name, partner] of names) {
      writers.push(new Attendee(await people.join(board, { name, partner }, large)));
    }
    const [anna] = writers;
    if (anna === undefined) throw new Error('Nobody has come.');
    await pastesAt(anna, '0:-1', work.join('\n'));
    await pastesAt(anna, '-1:0', roles.join('\t'));
    await fay.page.getByRole('button', { name: /Go to .*Our own view/ }).click();
    for (const [index, writer] of writers.entries()) {
      await writer.isIn('Our own view');
      await pastesAt(writer, '0:0', views[index] ?? '');
    }
    await expect(fay.page.getByText('3 of 3 partners have filled in')).toBeVisible();
    await fay.presses('Reveal the partners’ views');
    await fay.goesOn();
    await anna.isIn('Compare and settle');
    const compared = anna.page.locator('.cg-compare-cell');
    await compared
      .first()
      .getByRole('button', { name: /^Settle on A/ })
      .click();
    await expect(anna.page.getByText(/^1 of \d+ differences settled$/)).toBeVisible();
    await expect(anna.page.getByRole('button', { name: /Follow/ })).toHaveCount(3);
    await keepPicture(anna.page, 'matrix', 'step');
  });
});

const work = [
  'Agree the timetable',
  'Build the new stop',
  'Run the first bus',
  'Tell the neighbours',
  'Count the passengers',
  'Share the costs',
];
const roles = ['Director', 'Planner', 'Mayor', 'Engineer', 'Manager', 'Driver'];
/** What each partner fills in, as a spreadsheet's block: mostly the same, with a few cells to talk about. */
const views = [
  'A\tR\tC\t\tC\tI\nC\t\tA\tR\t\tI\nI\tC\t\t\tA\tR\nA\tR\tI\t\t\tI\n\tR\t\t\tA\t\nC\t\tA\tR\tC\t',
  'C\tR\tA\t\tC\tI\nC\t\tA\tR\t\tI\nI\tC\t\t\tA\tR\nA\tR\tC\t\t\tI\n\tR\t\t\tA\t\nA\t\tC\tR\tC\t',
  'A\tR\tC\t\tC\tI\nC\t\tA\tR\t\tI\nI\tC\t\t\tAR\tR\nA\tR\tI\t\t\tI\n\tR\t\t\tA\t\nC\t\tA\tR\tC\t',
];

/** Puts the focus on a place of the matrix, and pastes a block there. */
async function pastesAt({ page }: Attendee, at: string, block: string): Promise<void> {
  await page.locator(`[data-at="${at}"]`).focus();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, block);
}
