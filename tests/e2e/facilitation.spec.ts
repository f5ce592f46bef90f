import type { Attendee } from './support/Attendee.ts';
import { attend, attendByCable, facilitate } from './support/attending.ts';
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
