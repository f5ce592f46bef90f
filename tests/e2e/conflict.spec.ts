import { Attendee } from './support/Attendee.ts';
import { keepPicture, pictureWindow } from './support/keepPicture.ts';
import { reportOf } from './support/reportOf.ts';
import { expect, test } from './support/test.ts';

/*
 * Three options, rated by North (Anna) and South (Ben), worked out by hand:
 *
 *                      North  South  lowest  sum
 * No lorries at night    0     +1      0      1    workable for all
 * A second road         +2     −1     −1      1
 * Everything stays      −2     +2     −2      0
 */
const ban = 'No lorries at night';
const road = 'A second road';
const stays = 'Everything stays';

test('a conflict goes from ground rules over being heard to a signed agreement and the next level', async ({
  people,
  createBoard,
}) => {
  test.slow();
  const board = await createBoard({
    title: 'Lorries at the quay',
    templateId: 'conflict-resolution',
    partners: ['North', 'South'],
  });
  const fay = new Attendee(await people.join(board, { name: 'Fay', role: 'facilitator' }, pictureWindow));
  const [anna, ben] = [
    new Attendee(await people.join(board, { name: 'Anna', partner: 'North' })),
    new Attendee(await people.join(board, { name: 'Ben', partner: 'South' })),
  ];
  await fay.opensTab('Agenda');
  await fay.presses('Start workshop');

  await test.step('ground rules are taken from the board and accepted by everyone', async () => {
    await anna.part.getByRole('button', { name: 'Take the text from the board' }).click();
    await expect(anna.part.getByLabel('What we agree')).toHaveValue(/One speaks, the others listen/);
    await anna.part.getByRole('button', { name: 'Save' }).click();
    for (const one of [anna, ben]) await one.part.getByRole('button', { name: 'Sign', exact: true }).click();
    await expect(ben.part.getByText(/Signed by .*Anna.*Ben/)).toBeVisible();
  });

  await test.step('consent: an objection with its reason, a better wording, a decision', async () => {
    await fay.leadsTo('Frame the issue');
    const wording = anna.part.getByRole('textbox', { name: 'Propose a wording' });
    await wording.fill('The lorries are too loud.');
    await anna.part.getByRole('region', { name: 'Proposals' }).getByRole('button', { name: 'Add' }).click();
    await ben.part.getByRole('button', { name: 'We object' }).click();
    await ben.part.getByLabel('Reason for the objection').fill('Not all of them.');
    await ben.part.getByLabel('Reason for the objection').press('Enter');
    await expect(anna.part.getByText(/South.* objects: Not all of them\./)).toBeVisible();
    await wording.first().fill('Lorries pass the houses at night.');
    await wording.first().blur();
    await expect(anna.part.getByText(/objects:/)).toHaveCount(0);
    for (const one of [anna, ben]) await one.part.getByRole('button', { name: 'We consent' }).click();
    await fay.presses('Decisions and actions');
    await fay.part.getByRole('button', { name: 'Make it a decision' }).click();
    await expect(ben.part.getByLabel('Decision', { exact: true })).toHaveValue(
      'Lorries pass the houses at night.',
    );
  });

  await test.step('views are written by party and revealed one lane at a time', async () => {
    await fay.leadsTo('Our view');
    await anna.choosesSection('What happened · North');
    await anna.pastesPrivately('The gate was shut for a week', 'Goods waited on the ships');
    await anna.choosesSection('What we ask · North');
    await anna.writesPrivately('Tell us a day before');
    await ben.choosesSection('What we need · South');
    await ben.pastesPrivately('Sleep', 'A safe way to school');
    await fay.leadsTo('Exchange');
    await fay.presses(/Reveal .*North/);
    await expect(ben.person.shape('The gate was shut for a week')).toBeAttached();
    await expect(anna.page.getByText('Sleep', { exact: true })).toHaveCount(0);
    expect(await reportOn(anna)).not.toContain('Sleep');
    await fay.presses(/Reveal .*South/);
    await expect(anna.person.shape('Sleep')).toBeAttached();
    await fay.opensTab('Results');
    await expect(
      fay.page.getByRole('button', { name: /^Warning North has not said what it needs/ }),
    ).toBeVisible();
  });

  await test.step('reflect back: heard, not quite, and on with a reason that is kept', async () => {
    await fay.leadsTo('Reflect back');
    await anna.part.getByLabel(/What we heard .*South/).fill('You cannot sleep');
    await anna.part.getByRole('button', { name: 'Say it back' }).click();
    await ben.part.getByRole('button', { name: 'Not quite' }).click();
    await ben.part.getByLabel('What is missing?').fill('The school.');
    await ben.part.getByLabel('What is missing?').press('Enter');
    await expect(anna.part.getByText('What is missing: The school.')).toBeVisible();
    await ben.part.getByLabel(/What we heard .*North/).fill('Your ships wait');
    await ben.part.getByRole('button', { name: 'Say it back' }).click();
    await anna.part.getByRole('button', { name: 'Heard', exact: true }).click();
    // What was heard stays on the board, in the lane of whoever said it first; what was not heard does not.
    await expect(fay.person.shape('Your ships wait')).toBeAttached();
    await expect(fay.person.shape('You cannot sleep')).toHaveCount(0);
    // Neither by the agenda nor by the button does the group go on unheard without a reason.
    const dialog = fay.page.getByRole('dialog');
    await fay.opensTab('Agenda');
    await fay.page.getByRole('button', { name: /Go to .*Weigh/ }).click();
    await expect(dialog.getByText(/^One restatement is not heard yet/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await fay.goesOn();
    await expect(dialog.getByText(/^One restatement is not heard yet/)).toBeVisible();
    await dialog.getByLabel('Reason, kept with the results').fill('Ben has to leave');
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await anna.isIn('Interests');
  });

  await test.step('options are weighed, best for the least happy party first', async () => {
    await fay.leadsTo('Options');
    await anna.pastesPrivately(road, stays);
    await ben.writesPrivately(ban);
    await fay.presses('Reveal the notes');
    await fay.person.sees(ban);
    await fay.leadsTo('Weigh');
    await fay.presses('Open the questions');
    await anna.ratesThing(ban, '0');
    await anna.ratesThing(road, '+2');
    await anna.ratesThing(stays, '−2');
    await ben.ratesThing(ban, '+1');
    await ben.ratesThing(road, '−1');
    await ben.ratesThing(stays, '+2');
    await expect(fay.page.getByRole('button', { name: 'Answered 2/2' })).toBeVisible();
    await fay.presses('Close and show the result');
    await ben.opensTab('Results');
    const things = ben.page
      .getByRole('region', { name: /best for the least happy/ })
      .locator('li:has(> div)');
    await expect(things.first()).toContainText(ban);
    await expect(things.first()).toContainText('workable for all');
    await expect(things.first()).toContainText('Lowest party 0 · sum 1');
    await expect(things.nth(1)).toContainText('Lowest party -1 · sum 1');
    await expect(things.nth(2)).toContainText('Lowest party -2 · sum 0');
    await expect(
      ben.page.getByRole('button', { name: /^Insight Workable for all: .*No lorries at night/ }),
    ).toBeVisible();
    await fay.opensTab('Results');
    await keepPicture(fay.page, 'conflict-resolution', 'step');
  });

  await test.step('a line of the agreement becomes an action', async () => {
    await fay.leadsTo('Agree');
    await anna.isIn('Agree');
    await anna.writesIn('Agreement', 'No lorries after ten', [0.5, 0.5]);
    await ben.part.getByRole('button', { name: /Make .*No lorries after ten.* an action/ }).click();
    await ben.part.getByLabel('Who').fill('Anna');
    await ben.part.getByLabel('Who').press('Enter');
  });

  await test.step('sign: who changes the text afterwards voids the signatures', async () => {
    await fay.leadsTo('Sign');
    await anna.part.getByRole('button', { name: 'Take the text from the board' }).click();
    await anna.part.getByLabel('Title').fill('Quiet nights');
    await anna.part.getByRole('button', { name: 'Save' }).click();
    const agreement = ben.part.getByRole('article').filter({ hasText: 'Quiet nights' });
    await anna.part.getByRole('button', { name: /Sign for .*North/ }).click();
    await ben.part.getByRole('button', { name: /Sign for .*South/ }).click();
    await expect(agreement.getByText('Everybody has signed.')).toBeVisible();
    await agreement.getByRole('button', { name: 'Edit' }).click();
    await ben.part.getByLabel('What we agree').fill('No lorries after nine');
    await ben.part.getByRole('button', { name: 'Save' }).click();
    await expect(agreement.getByText(/2 signatures are void/)).toBeVisible();
    await expect(agreement.getByText('Everybody has signed.')).toHaveCount(0);
    await anna.part.getByRole('button', { name: /Sign for .*North/ }).click();
  });

  await test.step('escalate: why and what is open goes to the next level, until a day', async () => {
    await anna.opensTab('Results');
    await fay.opensTab('Results');
    const annas = anna.page.getByRole('complementary', { name: 'Side panel' });
    await annas.getByRole('button', { name: /^Escalate to/ }).click();
    await annas.getByLabel('Why').fill('Only the sponsors can pay a second road.');
    await annas.getByRole('button', { name: 'Record it' }).click();
    const fays = fay.page.getByRole('complementary', { name: 'Side panel' });
    await expect(fays.getByText(/to decide by/)).toBeVisible();
    await fays.getByRole('button', { name: 'It is settled' }).click();
    await fays.getByLabel('How it was settled').fill('They pay half of it.');
    await fays.getByRole('button', { name: 'Record it' }).click();
    await expect(annas.getByText('Settled: They pay half of it.')).toBeVisible();
  });

  await test.step('the report tells all of it', async () => {
    const report = await reportOn(ben);
    expect(report).toContain('Lorries pass the houses at night.');
    expect(report).toContain('The gate was shut for a week');
    expect(report).toContain(`| ${ban} | 0 | 1 | 0 | 1 | workable for all |`);
    expect(report).toContain(`| ${road} | 2 | -1 | -1 | 1 |  |`);
    expect(report).toMatch(/\| North \| South \| You cannot sleep \| not quite \| The school\. \|/);
    expect(report).toMatch(/\| South \| North \| Your ships wait \| heard \|/);
    expect(report).toContain('Ben has to leave');
    expect(report).toContain('No lorries after nine');
    expect(report).toMatch(/North: signed by Anna/);
    expect(report).toMatch(/South: not signed/);
    expect(report).toContain('Only the sponsors can pay a second road.');
    expect(report).toContain('They pay half of it.');
  });
});

async function reportOn(attendee: Attendee): Promise<string> {
  await attendee.opensTab('Results');
  return reportOf(attendee.page, 'Text (Markdown)');
}
