import { Visitor } from '../integration/support/visit.ts';
import { WorkshopClient } from '../integration/support/WorkshopClient.ts';
import { expect, test } from './support/test.ts';

test('notes that come after the date of their step carry a mark, and facilitators see who has contributed', async ({
  people,
  createBoard,
  server,
}) => {
  const board = await createBoard({ title: 'Our wells' });
  const anna = await people.join(board, { name: 'Anna', role: 'facilitator' });
  await anna.writesNote('In time', { x: 300, y: 300 });
  await anna.isSaved();
  // The dialog takes whole minutes; here the date comes at once.
  const at = { url: server.url, syncUrl: `${server.url.replace(/^http/, 'ws')}/sync` };
  const fay = await WorkshopClient.connect(await Visitor.join(at, board, 'facilitator', { name: 'Fay' }));
  const step = { key: 'gather', title: 'Gather', instruction: 'Write.', minutes: 5 };
  const steps = [{ ...step, mode: { kind: 'open' } as const }];
  await fay.do({ type: 'agenda.start', title: 'Looking back', templateId: null, steps });
  const until = Date.now() + 300;
  await fay.do({ type: 'agenda.openUntil', expectedStepKey: 'gather', until });
  await expect.poll(() => Date.now()).toBeGreaterThan(until);
  await anna.page.getByRole('button', { name: 'Open the side panel' }).click();
  const panel = anna.page.getByRole('complementary', { name: 'Side panel' });
  await expect(panel.getByRole('button', { name: 'Contributed 0/2' })).toBeVisible();
  await anna.writesNote('Too late', { x: 700, y: 300 });
  const told = anna.page.getByText(/^Added later, on .+\. The step was open until .+\.$/);
  await expect(told).toHaveCount(1);
  await panel.getByRole('button', { name: 'Contributed 1/2' }).hover();
  await expect(
    anna.page.getByText(/^Have written since the step began: .?Anna.?\. Not yet: .?Fay.?\.$/),
  ).toBeVisible();
  await anna.removes('In time');
  await expect(told).toHaveCount(1);
  await anna.removes('Too late');
  await expect(told).toHaveCount(0);
  fay.close();
});
