import type { Person } from './support/Person.ts';
import { expect, test } from './support/test.ts';

test('two people talk about a note: one is mentioned, the other answered, and it stays when the note goes', async ({
  people,
  createBoard,
}) => {
  test.setTimeout(120_000);
  const board = await createBoard({ partners: ['North', 'South'] });
  const anna = await people.join(board, { name: 'Anna', partner: 'North', role: 'facilitator' });
  const ben = await people.join(board, { name: 'Ben', partner: 'South' });
  await anna.writesNote('Clean water');
  await ben.sees('Clean water');

  await test.step('a comment on a note tells whom it mentions', async () => {
    await ben.canvas.focus();
    await ben.page.keyboard.press('c');
    await ben.shape('Clean water').click();
    const field = thread(ben).getByRole('textbox');
    await field.pressSequentially('Whose task is this, @An');
    await thread(ben).getByRole('option', { name: /Anna/ }).click();
    await field.press('End');
    await field.pressSequentially('?');
    await field.press('Control+Enter');
    await expect(said(ben)).toContainText(/Whose task is this, @.?Anna.? \?/);
    await expect(anna.page.getByText('mentioned you in a comment.')).toBeVisible();
    await anna.page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(said(anna)).toContainText(/Whose task is this, @.?Anna.? \?/);
  });

  await test.step('an answer reaches whoever has the conversation open', async () => {
    await thread(anna).getByRole('textbox').fill('Ours, from May on.');
    await thread(anna).getByRole('textbox').press('Control+Enter');
    await expect(said(ben)).toContainText('Ours, from May on.');
    await thread(anna).getByRole('button', { name: 'Close' }).click();
  });

  await test.step('the conversation outlives its note, and says what the note said', async () => {
    await anna.removes('Clean water');
    await ben.seesNo('Clean water');
    await expect(thread(ben).getByText('It said: “⁨Clean water⁩”')).toBeVisible();
  });

  await test.step('what is settled leaves the board, stays in the list and can be opened again', async () => {
    await expect(pin(anna)).toBeVisible();
    await thread(ben).getByRole('button', { name: 'Resolve' }).click();
    await expect(pin(anna)).toHaveCount(0);
    await anna.page.getByRole('button', { name: 'Open the side panel' }).click();
    await anna.page.getByRole('tab', { name: /^Comments/ }).click();
    await expect(anna.page.getByText('No comments yet.')).toBeVisible();
    await anna.page.getByText('Resolved', { exact: true }).click();
    await anna.page.getByRole('button', { name: /Whose task is this/ }).click();
    await thread(anna).getByRole('button', { name: 'Open again' }).click();
    await expect(thread(ben).getByRole('button', { name: 'Resolve' })).toBeVisible();
    await expect(pin(anna)).toBeVisible();
  });
});

function thread({ page }: Person) {
  return page.getByRole('dialog');
}

function said(person: Person) {
  return thread(person).getByRole('log', { name: 'What was said' });
}

function pin({ page }: Person) {
  return page.getByRole('button', { name: /comments, the first by .?Ben/ });
}
