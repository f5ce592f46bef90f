import { expect, test } from './support/test.ts';

test('an action stands on the canvas as a card, is filled in there, and is the same on every screen', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard({ templateId: 'retrospective', partners: ['North', 'South'] });
  const anna = await people.join(board, { name: 'Anna', partner: 'North' });
  const ben = await people.join(board, { name: 'Ben', role: 'observer' });
  await anna.page.getByRole('button', { name: 'Add an action' }).press('Enter');
  await anna.page.getByRole('group', { name: 'Add an action' }).getByLabel('What').fill('Book a room');
  await anna.page.keyboard.press('Enter');
  await anna.page.getByRole('button', { name: 'Change the action “Book a room”' }).click();
  const fields = anna.page.getByRole('group', { name: /Change the action/ });
  await fields.getByLabel('Owner').fill('Alice');
  await fields.getByLabel('Partner').selectOption('South');
  await fields.getByLabel('Due').fill('2027-03-01');
  await fields.getByRole('button', { name: 'Done' }).click();
  const cards = ben.page.getByRole('list', { name: 'Actions: 1' });
  await expect(cards.getByText('Book a room. Alice · South. Mar 1, 2027 · ○ open.')).toBeAttached();
  // Who only looks on has nothing to press on it.
  await expect(cards.getByRole('button')).toHaveCount(0);
});
