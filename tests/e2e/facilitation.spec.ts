import type { Attendee } from './support/Attendee.ts';
import { attend, attendByCable, facilitate, leadTo } from './support/attending.ts';
import { expect, test } from './support/test.ts';

const partners = ['North', 'South'];

/** Opens one of the things that can be done with a step of the running agenda. */
async function doesWithStep(facilitator: Attendee, title: string, what: string): Promise<void> {
  await facilitator.presses(new RegExp(`^More about .*${title}`));
  await facilitator.page.getByRole('menuitem', { name: what }).click();
}

/** The steps of the running agenda, as somebody has them in the side panel. */
function agendaOf({ page }: Attendee) {
  return page.getByRole('region', { name: 'Running agenda' }).getByRole('heading', { level: 3 });
}

test('two facilitators lead: they go on once, change the agenda, and say what others may do on the canvas', async ({
  people,
  createBoard,
}) => {
  test.slow();
  const board = await createBoard({ templateId: 'retrospective', partners });
  const fay = await facilitate(people, board, 'Fay');
  const { attendee: fred, network } = await attendByCable(people, board, {
    name: 'Fred',
    role: 'facilitator',
  });
  await fred.presses('Open the side panel');
  const anna = await attend(people, board, { name: 'Anna', partner: 'North' });
  await anna.presses('Open the side panel');
  await fay.presses('Start workshop');
  await fred.isIn('Last time’s actions');

  await test.step('both press “next” before either sees that the other has', async () => {
    network.holdsBack();
    await fay.goesOn();
    await fay.isIn('Check-in');
    await fred.goesOn();
    network.letsThrough();
    await expect(fred.page.getByText(/has moved to “.*Check-in.*” meanwhile/)).toBeVisible();
    for (const one of [fay, fred, anna]) await one.isIn('Check-in');
  });

  await test.step('a step is changed, another one put in and moved while the workshop runs', async () => {
    await doesWithStep(fay, 'Check-in', 'Edit step');
    await fay.page.getByLabel('Title').fill('How are we?');
    await fay.presses('Save step');
    await anna.isIn('How are we?');
    await doesWithStep(fay, 'How are we', 'Insert a step after this');
    await fay.page.getByLabel('Title').fill('A short break');
    await fay.page.getByLabel('What the group is asked to do').fill('Stretch your legs.');
    await fay.presses('Save step');
    await expect(agendaOf(anna).nth(2)).toHaveText('A short break');
    await doesWithStep(fay, 'A short break', 'Move down');
    await expect(agendaOf(anna).nth(2)).toHaveText('Gather');
    await expect(agendaOf(anna).nth(3)).toHaveText('A short break');
  });

  await test.step('a hand and a reaction are seen', async () => {
    await anna.presses('Raise hand');
    await expect(fay.page.getByRole('button', { name: 'Hands 1' })).toBeVisible();
    await anna.presses('React');
    await anna.page.getByRole('menuitem', { name: 'Applause' }).click();
    await expect(fay.page.getByText(/Anna.*: Applause/)).toBeVisible();
  });

  await test.step('contributors may have notes only', async () => {
    await fay.presses('Notes only');
    await expect(anna.card.getByText('For now you can add and change notes only.')).toBeVisible();
    await expect(anna.page.getByTestId('tools.draw')).toHaveCount(0);
    await anna.person.writesNote('A thought', { x: 420, y: 350 });
    await fay.person.sees('A thought');
    await fay.presses('Notes only');
    await expect(anna.page.getByTestId('tools.draw')).toBeVisible();
  });

  await test.step('what a facilitator locks stays where it is, and says who may move it', async () => {
    await fay.person.selects('A thought');
    await fay.presses('Lock selection');
    await expect(anna.page.getByText(/^Locked: only facilitators/)).toHaveCount(1);
    const place = await anna.person.placeOf('A thought');
    await anna.person.moves('A thought', { x: 0, y: 60 });
    await expect(anna.page.getByText(/^This is locked: only facilitators/)).toBeVisible();
    await anna.person.seesAt('A thought', place);
    await fay.presses('Unlock');
    await expect(anna.page.getByText(/^Locked: only facilitators/)).toHaveCount(0);
    await anna.person.moves('A thought', { x: 0, y: 60 });
    await anna.person.seesAt('A thought', { x: place.x, y: place.y + 60 });
  });

  await test.step('when they have all gone, people still add notes', async () => {
    await fay.page.close();
    await fred.page.close();
    await expect(anna.card.getByText('No facilitator is here. You can go on adding notes.')).toBeVisible();
    await anna.person.writesNote('And one more', { x: 300, y: 500 });
    await anna.person.isSaved();
  });
});

test('a conflict goes from a sentence all consent to, over being heard, to signatures and the next level', async ({
  people,
  createBoard,
}) => {
  test.slow();
  const board = await createBoard({ templateId: 'conflict-resolution', partners });
  const fay = await facilitate(people, board, 'Fay');
  const anna = await attend(people, board, { name: 'Anna', partner: 'North' });
  const ben = await attend(people, board, { name: 'Ben', partner: 'South' });
  await fay.presses('Start workshop');

  await test.step('consent: an objection with its reason, a better wording, a decision', async () => {
    await leadTo(fay, 'Frame the issue');
    const wording = anna.part.getByRole('textbox', { name: 'Propose a wording' });
    await wording.fill('The ferry is late.');
    await anna.part.getByRole('region', { name: 'Proposals' }).getByRole('button', { name: 'Add' }).click();
    await ben.part.getByRole('button', { name: 'We object' }).click();
    await ben.part.getByLabel('Reason for the objection').fill('It is not always late.');
    await ben.part.getByLabel('Reason for the objection').press('Enter');
    await expect(anna.part.getByText(/South.* objects: It is not always late\./)).toBeVisible();
    await wording.first().fill('The ferry is late on some days.');
    await wording.first().blur();
    await expect(anna.part.getByText(/objects:/)).toHaveCount(0);
    for (const one of [anna, ben]) await one.part.getByRole('button', { name: 'We consent' }).click();
    await fay.presses('Decisions and actions');
    await fay.part.getByRole('button', { name: 'Make it a decision' }).click();
    await expect(ben.part.getByLabel('Decision', { exact: true })).toHaveValue(
      'The ferry is late on some days.',
    );
  });

  await test.step('reflect back: heard, not quite, and on with a reason that is kept', async () => {
    await leadTo(fay, 'Reflect back');
    await anna.part.getByLabel(/What we heard .*South/).fill('You wait at the pier.');
    await anna.part.getByRole('button', { name: 'Say it back' }).click();
    await ben.part.getByRole('button', { name: 'Not quite' }).click();
    await ben.part.getByLabel('What is missing?').fill('In the rain.');
    await ben.part.getByLabel('What is missing?').press('Enter');
    await expect(anna.part.getByText('What is missing: In the rain.')).toBeVisible();
    await ben.part.getByLabel(/What we heard .*North/).fill('You have one crew.');
    await ben.part.getByRole('button', { name: 'Say it back' }).click();
    await anna.part.getByRole('button', { name: 'Heard', exact: true }).click();
    await fay.goesOn();
    const dialog = fay.page.getByRole('dialog');
    await expect(dialog.getByText(/^One restatement is not heard yet/)).toBeVisible();
    await dialog.getByLabel('Reason, kept with the results').fill('South has to leave.');
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await anna.isIn('Interests');
  });

  await test.step('sign: who changes the text afterwards voids the signatures', async () => {
    await leadTo(fay, 'Sign');
    await anna.part.getByRole('button', { name: 'Add an agreement' }).click();
    await anna.part.getByLabel('Title').fill('The first ferry');
    await anna.part.getByLabel('What we agree').fill('It leaves at seven.');
    await anna.part.getByRole('button', { name: 'Save' }).click();
    await anna.part.getByRole('button', { name: /Sign for .*North/ }).click();
    await ben.part.getByRole('button', { name: /Sign for .*South/ }).click();
    await expect(anna.part.getByText('Everybody has signed.')).toBeVisible();
    await ben.part.getByRole('button', { name: 'Edit' }).click();
    await ben.part.getByLabel('What we agree').fill('It leaves at half past seven.');
    await ben.part.getByRole('button', { name: 'Save' }).click();
    await expect(
      anna.part.getByText('The text was changed afterwards: 2 signatures are void.'),
    ).toBeVisible();
    await expect(anna.part.getByText('Everybody has signed.')).toHaveCount(0);
  });

  await test.step('escalate: why and what is open goes to the next level, until a day', async () => {
    for (const one of [anna, fay]) {
      if (one === anna) await one.presses('Open the side panel');
      await one.page.getByRole('tab', { name: 'Results' }).click();
    }
    const annas = anna.page.getByRole('complementary', { name: 'Side panel' });
    await annas.getByRole('button', { name: /^Escalate to/ }).click();
    await annas.getByLabel('Why').fill('Only the sponsors can pay a second crew.');
    await annas.getByRole('button', { name: 'Record it' }).click();
    const fays = fay.page.getByRole('complementary', { name: 'Side panel' });
    await expect(fays.getByText(/decides, until/)).toBeVisible();
    await fays.getByRole('button', { name: 'It is settled' }).click();
    await fays.getByLabel('How it was settled').fill('They pay until summer.');
    await fays.getByRole('button', { name: 'Record it' }).click();
    await expect(annas.getByText('Settled: They pay until summer.')).toBeVisible();
  });
});
