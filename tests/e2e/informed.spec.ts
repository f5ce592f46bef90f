import { expect, test } from './support/test.ts';

test.use({ allowedProblems: [/status of 422/] });

test('somebody takes a feed and a calendar along, and a facilitator has a program told', async ({
  people,
  createBoard,
  request,
}) => {
  const board = await createBoard({ title: 'Roads', templateId: 'raci', partners: ['North', 'South'] });
  const ben = await people.join(board, { name: 'Ben', partner: 'North' });
  await ben.page.getByRole('banner').getByRole('button', { name: 'Menu' }).click();
  await ben.page.getByRole('menuitem', { name: 'Stay informed' }).click();
  const dialog = ben.page.getByRole('dialog', { name: 'Stay informed' });
  const feed = await dialog.getByLabel('Address of your feed').inputValue();
  const calendar = await dialog.getByLabel('Address of your calendar').inputValue();
  expect(await (await request.get(feed)).text()).toContain('<title>Roads</title>');
  expect(await (await request.get(calendar)).text()).toContain('BEGIN:VCALENDAR');
  await expect(dialog.getByRole('region', { name: 'Webhooks' })).toHaveCount(0);

  const anna = await people.join(board, { name: 'Anna', partner: 'South', role: 'facilitator' });
  await anna.page.getByRole('banner').getByRole('button', { name: 'Menu' }).click();
  await anna.page.getByRole('menuitem', { name: 'Stay informed' }).click();
  const hooks = anna.page.getByRole('region', { name: 'Webhooks' });
  await hooks.getByRole('button', { name: 'Add an address' }).click();
  await hooks.getByRole('textbox', { name: 'Address' }).fill('http://program.invalid/hook');
  await hooks.getByRole('checkbox', { name: 'New notes' }).uncheck();
  await hooks.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(hooks.getByText(/only to https addresses/)).toBeVisible();
  await hooks.getByRole('textbox', { name: 'Address' }).fill('https://program.invalid/hook');
  await hooks.getByRole('button', { name: 'Add', exact: true }).click();
  const hook = hooks.getByRole('article', { name: 'program.invalid' });
  await expect(hook).toContainText('A step is opened · A decision is made');
  await expect(hook).not.toContainText('New notes');
  await hook.getByRole('button', { name: 'Send a test' }).click();
  await expect(hook.getByRole('listitem')).toContainText(/Test · .+ · given up \(.+\)/);
  await hook.getByRole('button', { name: 'Remove' }).click();
  await expect(hook).toHaveCount(0);
});
