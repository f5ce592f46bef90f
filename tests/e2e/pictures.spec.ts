import { fileURLToPath } from 'node:url';
import { Attendee } from './support/Attendee.ts';
import { expect, test } from './support/test.ts';

/*
 * The picture in the README is a board as people see it. Every run makes it and checks what it shows; with PICTURES=keep
 * it is written into docs/screenshots.
 */
const folder =
  process.env['PICTURES'] === 'keep' ? '../../docs/screenshots/' : '../../test-results/pictures/';
const pathOf = (name: string) => fileURLToPath(new URL(`${folder}${name}.png`, import.meta.url));
const large = { viewport: { width: 1440, height: 900 } };

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
    await fay.person.canvas.focus();
    await fay.page.keyboard.press('Shift+1');
    await expect(fay.page.getByRole('button', { name: /Follow/ })).toHaveCount(3);
    await fay.page.screenshot({ path: pathOf('board') });
  });
});
