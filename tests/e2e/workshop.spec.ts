import { Attendee } from './support/Attendee.ts';
import { attend, attendByCable, facilitate } from './support/attending.ts';
import { fillJoinForm } from './support/People.ts';
import { putClockAhead } from './support/putClockAhead.ts';
import { reportOf } from './support/reportOf.ts';
import { expect, test } from './support/test.ts';

const partners = ['North', 'South'];

test.describe('a retrospective', () => {
  // Four browsers go through nine steps, and one of them opens the board anew in each.
  test.setTimeout(400_000);
  test.use({ allowedProblems: [/ERR_INTERNET_DISCONNECTED|WebSocket connection/] });

  /*
   * Worked out by hand. Dots: "One list of contacts" 3 of North (Anna) + 2 of South (Ben) = 5, "Rhythm" 1 of South (Cara).
   * Safety: 4 and 2, too few to be shown. Time well spent: 5, 5, 5, mean 5.
   */
  test('goes from the first step to its actions and the next one, whoever reloads, comes late or loses the network', async ({
    people,
    createBoard,
  }) => {
    const board = await createBoard({ title: 'The ferry line', templateId: 'retrospective', partners });
    const fay = await facilitate(people, board, 'Fay');
    const { attendee: anna, network } = await attendByCable(people, board, {
      name: 'Anna',
      partner: 'North',
    });
    const ben = await attend(people, board, { name: 'Ben', partner: 'South' });

    await test.step('start', async () => {
      await fay.presses('Start workshop');
      await anna.isIn('Last time’s actions');
      await ben.reloadsIn('Last time’s actions');
    });

    await test.step('check in: two answers are too few for an anonymous result', async () => {
      await fay.goesOn();
      await fay.presses('Open the questions');
      await anna.rates('4');
      await ben.rates('2');
      await expect(fay.page.getByRole('button', { name: 'Answered 2/2' })).toBeVisible();
      await ben.reloadsIn('Check-in');
      await expect(ben.rating('2')).toBeChecked();
      await fay.presses('Close and show the result');
      await expect(anna.part.getByText(/Fewer than three people answered/)).toBeVisible();
    });

    await test.step('gather: nobody sees what others write, and a reload loses nothing', async () => {
      await fay.goesOn();
      await anna.writesPrivately('Meet on Mondays');
      await anna.writesPrivately('Answer within a day');
      await ben.writesPrivately('One list of contacts');
      await ben.part.getByLabel('New note').fill('Half a th');
      await ben.reloadsIn('Gather');
      await expect(ben.draft('One list of contacts')).toBeVisible();
      await expect(ben.part.getByLabel('New note')).toHaveValue('Half a th');
      await expect(anna.part.getByText('2 of 2 have written')).toBeVisible();
      await expect(anna.page.getByText('One list of contacts')).toHaveCount(0);
      await fay.presses('Reveal the notes');
      for (const { person } of [fay, anna, ben]) await person.sees('One list of contacts');
    });

    await test.step('read', async () => {
      await fay.goesOn();
      await ben.reloadsIn('Read');
      await ben.person.sees('Meet on Mondays');
    });

    const cara = await test.step('cluster, with somebody who comes late', async () => {
      await fay.goesOn();
      const late = await attend(people, board, { name: 'Cara', partner: 'South' });
      await late.isIn('Cluster');
      await late.person.sees('Meet on Mondays');
      await anna.person.drops('Answer within a day', 'Meet on Mondays');
      await anna.page.keyboard.type('Rhythm');
      await anna.page.keyboard.press('Enter');
      await anna.person.isSaved();
      await ben.reloadsIn('Cluster');
      await expect(ben.section('Rhythm')).toBeVisible();
      return late;
    });

    await test.step('vote, with somebody who loses the network', async () => {
      await fay.goesOn();
      await fay.presses(/Open the vote/);
      for (const one of [anna, cara, ben]) {
        await one.isIn('Vote');
        await one.presses('Show the list');
        await one.hasDotsLeft('5 dots left');
      }
      await expect(anna.part.getByRole('listitem')).toHaveCount(2);
      await network.isCut();
      await anna.person.isOffline();
      await anna.putsDots('One list of contacts', 3);
      await anna.hasDotsLeft('2 dots left');
      await expect(anna.card.getByText(/kept here and sent/)).toBeVisible();
      await cara.putsDots('Rhythm', 1);
      await ben.putsDots('One list of contacts', 2);
      await expect(fay.page.getByRole('button', { name: /^Answered 2/ })).toBeVisible();
      await ben.reloadsIn('Vote');
      await ben.presses('Show the list');
      await ben.hasDotsLeft('3 dots left');
      await network.isBack();
      await expect(fay.page.getByRole('button', { name: 'Answered 3/3' })).toBeVisible({ timeout: 30_000 });
      await fay.presses('Close the vote');
      await expect(cara.part.getByText('5 dots', { exact: true })).toBeVisible();
      await expect(anna.part.getByText('1 dot', { exact: true })).toBeVisible();
      await expect(anna.part.getByRole('listitem', { name: /North.*3/ })).toBeVisible();
      await expect(anna.part.getByRole('listitem', { name: /South.*2/ })).toBeVisible();
    });

    await test.step('discuss, most wanted first', async () => {
      await fay.goesOn();
      const starts = fay.part.getByRole('button', { name: /^Start / });
      await expect(starts).toHaveCount(2);
      await expect(starts.first()).toHaveAccessibleName(/One list of contacts/);
      await starts.first().click();
      await fay.part.getByRole('button', { name: 'Ask: go on?' }).click();
      await anna.part.getByRole('button', { name: 'Go on' }).click();
      await ben.part.getByRole('button', { name: 'Stop here' }).click();
      await expect(cara.part.getByText('2 of 3 have answered')).toBeVisible();
      await ben.reloadsIn('Discuss');
      await expect(ben.part.getByRole('button', { name: 'Stop here', pressed: true })).toBeVisible();
      await fay.part.getByRole('button', { name: 'Count' }).click();
      await expect(cara.part.getByText('1 go on · 0 undecided · 1 stop')).toBeVisible();
      await fay.part.getByRole('button', { name: 'Finish topic' }).click();
    });

    await test.step('actions', async () => {
      await fay.goesOn();
      await anna.part.getByLabel('Add an action').fill('Keep one list of contacts');
      await anna.part.getByLabel('Add an action').press('Enter');
      await ben.reloadsIn('Actions');
      await ben.part.getByRole('textbox', { name: 'Who' }).fill('Ben');
      await ben.part.getByRole('textbox', { name: 'Who' }).press('Enter');
      await ben.part.getByLabel('Partner').selectOption({ label: 'South' });
      await expect(cara.part.getByRole('textbox', { name: 'Who' })).toHaveValue('Ben');
    });

    await test.step('close: three answers make a result', async () => {
      await fay.goesOn();
      await fay.presses('Open the questions');
      for (const one of [anna, ben, cara]) await one.rates('5');
      await ben.reloadsIn('Close');
      await expect(ben.rating('5')).toBeChecked();
      await fay.presses('Close and show the result');
      await expect(ben.part.getByText('Mean 5.0')).toBeVisible();
    });

    await test.step('the trend and the report tell the same figures', async () => {
      await anna.opensTab('Results');
      const trend = anna.page.getByRole('region', { name: /Safety and time well spent/ });
      await trend.getByRole('button', { name: 'As a table' }).click();
      await expect(trend.getByRole('row', { name: /^1 \d{4}-\d\d-\d\d .*5$/ })).toBeVisible();
      const report = await reportOf(anna.page, 'Text (Markdown)');
      expect(report).toContain('| 1 | One list of contacts | 5 | 3 | 2 | yes |');
      expect(report).toContain('| 2 | Rhythm | 1 | 0 | 1 | no |');
      expect(report).toMatch(/### Rhythm\n+- (Meet on Mondays|Answer within a day)\n- /);
      expect(report).toMatch(/\| 1 \| \d{4}-\d\d-\d\d \| +\| 5 \|/);
    });

    await test.step('end', async () => {
      await fay.presses('End the workshop');
      await fay.page.getByRole('dialog').getByRole('button', { name: 'End the workshop' }).click();
      await expect(anna.card).toHaveCount(0);
      await expect(anna.page.getByRole('article', { name: /Keep one list of contacts/ })).toBeVisible();
      await ben.person.reloads();
      await ben.presses('Open the side panel');
      await ben.page.getByRole('tab', { name: 'Results' }).click();
      await expect(ben.page.getByRole('article', { name: /Keep one list of contacts/ })).toBeVisible();
    });

    await test.step('the next one begins with what is still open, and goes on with the series', async () => {
      await fay.opensTab('Results');
      await fay.presses('Start the next one from here');
      await fay.page.waitForURL((url) => !url.pathname.includes(board.boardId));
      await fay.presses('Open the side panel');
      await fay.presses('Start workshop');
      await fay.presses('Go through the actions');
      const action = fay.part.getByRole('article', { name: /Keep one list of contacts/ });
      await expect(action.getByText(/Ben.* · .*South/)).toBeVisible();
      const lastTime = fay.page.getByRole('list', { name: 'Actions: 1' });
      await expect(lastTime.getByText(/Keep one list of contacts.* ○ open/)).toBeAttached();
      await action.getByText('Done', { exact: true }).click();
      await expect(lastTime.getByText(/Keep one list of contacts.* ✓ done/)).toBeAttached();
      await action.getByText('Still open', { exact: true }).click();
      await fay.page.getByRole('tab', { name: 'Results' }).click();
      const open = fay.page.getByRole('article', { name: /Keep one list of contacts/ });
      await expect(open.getByLabel('Who')).toHaveValue('Ben');
      await expect(fay.page.getByRole('button', { name: 'Start the next one from here' })).toHaveCount(0);
      const report = await reportOf(fay.page, 'Text (Markdown)');
      expect(report).toMatch(/\| 1 \| \d{4}-\d\d-\d\d \| +\| 5 \|/);
      expect(report).toMatch(/\| Keep one list of contacts \| Ben \| South \|/);
    });
  });
});

test('a laptop whose clock is ten minutes wrong counts down with everybody else', async ({
  people,
  createBoard,
}) => {
  test.slow();
  const board = await createBoard({ templateId: 'retrospective', partners });
  const fay = await facilitate(people, board, 'Fay');
  const wrong = await people.arrive('Ben');
  await putClockAhead(wrong.page, 10 * 60_000);
  await wrong.page.goto(board.links.contributor);
  await fillJoinForm(wrong.page, { name: 'Ben', partner: 'South' });
  await wrong.isOnBoard();
  const ben = new Attendee(wrong);
  await fay.presses('Start workshop');
  await fay.presses('Start the timer');
  await expect(async () => {
    const [right, other] = await Promise.all([fay.countdown(), ben.countdown()]);
    expect(right).toMatch(/^04:5\d$/);
    expect(other).toBe(right);
  }).toPass({ timeout: 10_000 });
  await fay.presses('Pause the timer');
  await expect(async () => {
    expect(await ben.countdown()).toBe(await fay.countdown());
  }).toPass({ timeout: 10_000 });
});

test('a locked board cannot be changed by contributors, and says so', async ({ people, createBoard }) => {
  test.slow();
  const board = await createBoard({ templateId: 'retrospective', partners });
  const fay = await facilitate(people, board, 'Fay');
  const anna = await attend(people, board, { name: 'Anna', partner: 'North' });
  await expect(anna.page.getByRole('button', { name: 'Start workshop' })).toHaveCount(0);
  await fay.presses('Start workshop');
  await fay.presses('Lock board');
  await expect(anna.card.getByText('The facilitator has locked the board for now.')).toBeVisible();
  await expect(anna.page.getByTestId('tools.note')).toHaveCount(0);
  await fay.presses('Lock board');
  await expect(anna.page.getByTestId('tools.note')).toBeVisible();
});

test('everybody follows a facilitator who leads, until they look around alone', async ({
  people,
  createBoard,
}) => {
  test.slow();
  const board = await createBoard({ templateId: 'retrospective', partners });
  const fay = await facilitate(people, board, 'Fay');
  const anna = await attend(people, board, { name: 'Anna', partner: 'North' });
  await fay.presses('Start workshop');
  await fay.page.getByRole('button', { name: 'Lead', exact: true }).click();
  await expect(anna.page.getByText('⁨Fay⁩ leads')).toBeVisible();
  await anna.presses('Look around alone');
  await expect(anna.page.getByText(/You look around alone/)).toBeVisible();
  await anna.presses('Follow again');
  await anna.isIn('Last time’s actions');
  await fay.presses('Stop leading');
  await expect(anna.page.getByText('⁨Fay⁩ leads')).toHaveCount(0);
});
