import { Attendee } from './support/Attendee.ts';
import { keepPicture, pictureWindow } from './support/keepPicture.ts';
import { reportOf } from './support/reportOf.ts';
import { expect, test } from './support/test.ts';

/*
 * Three statements, rated by North (Anna, Cara) and South (Ben), worked out by hand:
 *
 *                         North      South   mean  spread  gap
 * vision     clear     first   5 4     2     3.7    1.2    2.5   contested
 *            commit    first   4 4     4     4.0    0.0    0.0
 *            clear     again   5 4     4     4.3    0.5    0.5   aligned, +0.7
 *            commit    again   4 4     4     4.0    0.0    0.0
 * objective  clear     both    3 3     4     3.3    0.5    1.0   forming
 *            commit    both    4 5     4     4.3    0.5    0.5
 * power      clear     both    4 4     4     4.0    0.0    0.0   aligned
 *            commit    both    4 4     4     4.0    0.0    0.0
 */
const vision = 'A harbour without smoke';
const objective = 'Half the lorries by March 2029';
const power = 'Shore power at 6 of 8 berths by June 2028';

test('a vision alignment goes from the first words to a signed vision, and its figures are right', async ({
  people,
  createBoard,
}) => {
  test.slow();
  const board = await createBoard({
    title: 'The quay',
    templateId: 'vision-alignment',
    partners: ['North', 'South'],
  });
  const join = async (name: string, partner: string) =>
    new Attendee(await people.join(board, { name, partner }));
  const fay = new Attendee(await people.join(board, { name: 'Fay', role: 'facilitator' }, pictureWindow));
  const [anna, cara, ben] = [
    await join('Anna', 'North'),
    await join('Cara', 'North'),
    await join('Ben', 'South'),
  ];
  const everybody = [anna, cara, ben];
  await fay.opensTab('Agenda');
  await fay.presses('Start workshop');

  await test.step('arrive on the whole board, and say what one brings', async () => {
    await anna.isIn('Arrive and agree ground rules');
    await anna.writesIn('North brings', 'Ships');
    await fay.person.sees('Ships');
  });

  await test.step('write the future unseen, read it', async () => {
    await fay.leadsTo('Write the future');
    await anna.pastesPrivately('The quay is quiet at night', 'Ships plug in and switch off');
    await ben.pastesPrivately('Children swim here', 'The market is back on the quay');
    await expect(ben.page.getByText('The quay is quiet at night')).toHaveCount(0);
    await fay.presses('Reveal the notes');
    await ben.person.sees('The quay is quiet at night');
  });

  await test.step('draft the vision and an objective', async () => {
    await fay.leadsTo('Draft the vision and objectives');
    for (const writer of [anna, ben]) await writer.isIn('Draft the vision and objectives');
    // The view has gone along: what is drafted here fills the screen, and the lanes of before are out of sight.
    await expect.poll(() => widthOf(ben, 'Objectives')).toBeGreaterThan(240);
    await expect(ben.section('North brings')).not.toBeInViewport();
    await anna.writesIn('Shared vision', vision, [0.5, 0.35]);
    await ben.writesIn('Objectives', objective, [0.5, 0.4]);
    await anna.writesIn('Objectives', power, [0.5, 0.75]);
    await fay.person.sees(objective);
    await fay.person.sees(vision);
    await fay.opensTab('Results');
    await expect(
      fay.page.getByRole('button', { name: /^Warning South has not written what it brings/ }),
    ).toBeVisible();
    await expect(fay.page.getByRole('button', { name: /No date was found/ })).toHaveCount(0);
  });

  await test.step('whoever comes later lands where the others are', async () => {
    await cara.reloadsIn('Draft the vision and objectives');
    await expect.poll(() => widthOf(cara, 'Objectives')).toBeGreaterThan(240);
    await expect(cara.person.shape(objective)).toBeInViewport();
  });

  const rate = async (title: string, clear: readonly [string, string, string]) => {
    await fay.leadsTo(title);
    await fay.presses('Open the questions');
    for (const [index, who] of everybody.entries()) {
      await who.ratesThing(vision, clear[index] ?? '', '4');
    }
    await anna.ratesThing(objective, '3', '4');
    await cara.ratesThing(objective, '3', '5');
    await ben.ratesThing(objective, '4', '4');
    for (const who of everybody) await who.ratesThing(power, '4', '4');
    await expect(fay.page.getByRole('button', { name: 'Answered 3/3' })).toBeVisible();
    await fay.presses('Close and show the result');
  };

  await test.step('check: partners differ on the vision', async () => {
    await rate('Alignment check', ['5', '4', '2']);
    await ben.opensTab('Results');
    const map = ben.page.getByRole('region', { name: /Alignment check: means/ });
    await expect(map.getByRole('listitem').filter({ hasText: vision }).getByText('contested')).toBeVisible();
    await expect(map.getByText('Mean 3.7 · spread 1.2 · gap 2.5')).toBeVisible();
    await expect(
      ben.page.getByRole('button', { name: /Partners are 2.5 points apart/ }).first(),
    ).toBeVisible();
  });

  await test.step('talk about the largest gap first', async () => {
    await fay.leadsTo('Talk about the gaps');
    await fay.presses('Topics from the check, largest gap first');
    await expect(ben.part.getByRole('listitem').first()).toContainText(vision);
  });

  await test.step('check again: it has moved', async () => {
    await rate('Check again', ['5', '4', '4']);
    const map = ben.page.getByRole('region', { name: /Alignment check: means/ });
    await expect(map.getByText('aligned, was contested')).toBeVisible();
    await expect(map.getByText('Mean 4.3 · spread 0.5 · gap 0.5 · +0.7 since the first check')).toBeVisible();
    await expect(map.getByRole('listitem').filter({ hasText: objective }).getByText('forming')).toBeVisible();
    await fay.opensTab('Results');
    await keepPicture(fay.page, 'vision-alignment', 'step');
    await map.getByRole('button', { name: 'As a table' }).click();
    await expect(
      map.getByRole('row', { name: `${vision} Clear to us 4.5 4 4.3 0.5 0.5 aligned` }),
    ).toBeVisible();
    await expect(ben.page.getByRole('button', { name: /points apart/ })).toHaveCount(0);
  });

  await test.step('commit: each partner signs what stands on the board', async () => {
    await fay.leadsTo('Commit');
    await anna.part.getByRole('button', { name: 'Take the text from the board' }).click();
    await expect(anna.part.getByLabel('What we agree')).toHaveValue(`${vision}\n${objective}\n${power}`);
    await anna.part.getByLabel('Title').fill('Our vision');
    await anna.part.getByRole('button', { name: 'Save' }).click();
    await anna.part.getByRole('button', { name: /Sign for .*North/ }).click();
    await ben.part.getByRole('button', { name: /Sign for .*South/ }).click();
    for (const { part } of [anna, ben]) await expect(part.getByText('Everybody has signed.')).toBeVisible();
  });

  await test.step('an action is put on a board that has no place for it', async () => {
    await anna.opensTab('Results');
    await anna.page.getByLabel('Add an action').fill('Order the cables');
    await anna.page.keyboard.press('Enter');
    await anna.presses('Put them on the board');
    const card = ben.page.getByRole('list', { name: 'Actions: 1' }).getByText(/Order the cables/);
    await expect(card).toBeAttached();
    await expect(anna.page.getByRole('button', { name: 'Put them on the board' })).toHaveCount(0);
  });

  await test.step('the report tells the same', async () => {
    const report = await reportOf(ben.page, 'Text (Markdown)');
    expect(report).toContain(`| ${vision} | Clear to us | 4.5 | 4 | 4.3 | 0.5 | 0.5 | aligned |`);
    expect(report).toContain(`| ${objective} | Clear to us | 3 | 4 | 3.3 | 0.5 | 1 | forming |`);
    expect(report).toContain(`| ${power} | Clear to us | 4 | 4 | 4 | 0 | 0 | aligned |`);
    expect(report).toContain(`| ${vision} | 0.7 | 0 | contested | aligned |`);
    expect(report).toContain('The quay is quiet at night');
    expect(report).toMatch(/North: signed by Anna/);
    expect(report).toMatch(/South: signed by Ben/);
  });
});

/** How wide a section is on somebody's screen, px. */
async function widthOf(attendee: Attendee, section: string): Promise<number> {
  const box = await attendee.section(section).boundingBox();
  return box?.width ?? 0;
}
