import type { ScreenPoint } from './support/ScreenPoint.ts';
import { expectAgreement, Writer, type PlainRecord } from './support/Writer.ts';
import { expect, test } from './support/test.ts';

// Several browsers and many keys; a busy machine needs its time.
test.describe.configure({ timeout: 120_000 });

const left = { x: 350, y: 300 };
const right = { x: 850, y: 300 };

async function bothOnABoard(
  people: Parameters<typeof Writer.joins>[0],
  board: Parameters<typeof Writer.joins>[1],
): Promise<[Writer, Writer]> {
  const anna = await Writer.joins(people, board, { name: 'Anna' });
  const ben = await Writer.joins(people, board, { name: 'Ben' });
  return [anna, ben];
}

test('undo of a move leaves alone what the other did to the same note', async ({ people, createBoard }) => {
  const [anna, ben] = await bothOnABoard(people, await createBoard());
  await anna.writesNote('note', left);
  await ben.sees('note');
  const start = await noteAt(anna, 'note');

  await test.step('its new colour stays', async () => {
    await anna.moves('note', { x: 100, y: 60 });
    await expectAgreement(anna, ben);
    await ben.recolours('note', 'green');
    await expectAgreement(anna, ben);
    await anna.presses('Control+z');
    await expectAgreement(anna, ben);
    const note = await anna.shapeOf('note');
    expect(note).toMatchObject({ x: start.x, y: start.y });
    expect(note.props['color']).toBe('green');
  });

  await test.step('its new place stays', async () => {
    await anna.moves('note', { x: 100, y: 0 });
    await expectAgreement(anna, ben);
    await ben.moves('note', { x: 0, y: 100 });
    await expectAgreement(anna, ben);
    const moved = await noteAt(ben, 'note');
    await anna.presses('Control+z');
    await expectAgreement(anna, ben);
    expect(await noteAt(anna, 'note')).toEqual(moved);
    // The step is used up, and reaches back to no older one.
    expect(await anna.texts()).toEqual(['note']);
  });
});

test('undo does not bring back what somebody else deleted', async ({ people, createBoard }) => {
  const [anna, ben] = await bothOnABoard(people, await createBoard());
  await anna.writesNote('note', left);
  await ben.sees('note');
  await anna.moves('note', { x: 100, y: 60 });
  await expectAgreement(anna, ben);
  await ben.removes('note');
  await anna.seesNo('note');
  await anna.presses('Control+z');
  await expectAgreement(anna, ben);
  expect(await anna.texts()).toEqual([]);
  await ben.presses('Control+z');
  await anna.sees('note');
  await expectAgreement(anna, ben);
});

test('one drag is one step, and a drag that is called off is none', async ({ people, createBoard }) => {
  const anna = await Writer.joins(people, await createBoard(), { name: 'Anna' });
  await anna.writesNote('note', left);
  const start = await noteAt(anna, 'note');
  await anna.moves('note', { x: 200, y: 120 });
  const moved = await noteAt(anna, 'note');
  const depth = await anna.undoDepth();
  const { mouse, keyboard } = anna.page;
  const { x, y } = await anna.placeOf('note');
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x - 150, y + 90, { steps: 40 });
  await keyboard.press('Escape');
  await mouse.up();
  expect(await noteAt(anna, 'note')).toEqual(moved);
  expect(await anna.undoDepth()).toBe(depth);
  await anna.presses('Control+z');
  expect(await noteAt(anna, 'note')).toEqual(start);
  await anna.presses('Control+Shift+z');
  expect(await noteAt(anna, 'note')).toEqual(moved);
});

test('undo in a text takes back this person’s words, by pauses', async ({ people, createBoard }) => {
  const [anna, ben] = await bothOnABoard(people, await createBoard());
  await anna.opensNewNote(left);
  await anna.puts('one');
  await expect.poll(() => ben.texts()).toEqual(['one']);
  await ben.opensText(left);
  await ben.puts(' BEN');
  await anna.writesIn('one BEN');
  await anna.pausesTyping();
  await anna.presses('Control+Home');
  await anna.puts('two ');
  await ben.writesIn('two one BEN');

  await anna.presses('Control+z');
  await anna.writesIn('one BEN');
  await anna.presses('Control+z');
  await anna.writesIn(' BEN');
  await anna.presses('Control+Shift+z', 'Control+y');
  await anna.writesIn('two one BEN');
  await ben.writesIn('two one BEN');
  await expectAgreement(anna, ben);

  await ben.leaves();
  await ben.selectsAt(left);
  await ben.presses('Control+z');
  await anna.writesIn('two one');
  await anna.leaves();
  await anna.presses('Control+z');
  await expect.poll(() => ben.texts()).toEqual(['one']);
  await expectAgreement(anna, ben);
});

test('undo of grouping leaves the notes as the other has made them', async ({ people, createBoard }) => {
  const [anna, ben] = await bothOnABoard(people, await createBoard());
  await anna.writesNote('a', left);
  await anna.writesNote('b', right);
  await ben.sees('b');
  await anna.selectsEverything();
  await anna.presses('Control+g');
  await expect.poll(async () => typesOf(await ben.shapes())).toEqual(['group', 'note', 'note']);
  await ben.selectsEverything();
  await ben.page.getByTestId('style.color.red').click();
  await expectAgreement(anna, ben);
  await anna.presses('Control+z');
  await expectAgreement(anna, ben);
  const shapes = await ben.shapes();
  expect(shapes.map(({ type }) => type)).toEqual(['note', 'note']);
  expect(shapes.map(({ props }) => props['color'])).toEqual(['red', 'red']);
  await anna.presses('Control+Shift+z');
  await expectAgreement(anna, ben);
  expect(typesOf(await ben.shapes())).toEqual(['group', 'note', 'note']);
});

test('undo of moving into a frame leaves the colour the other gave', async ({ people, createBoard }) => {
  const [anna, ben] = await bothOnABoard(people, await createBoard());
  await anna.draws('f', { x: 600, y: 150 }, { x: 1_000, y: 500 });
  await anna.leaves();
  await anna.writesNote('note', { x: 300, y: 300 });
  await ben.sees('note');
  await anna.moves('note', { x: 500, y: 0 });
  await expectAgreement(anna, ben);
  expect((await ben.shapeOf('note')).parentId).toMatch(/^shape:/);
  await ben.recolours('note', 'red');
  await expectAgreement(anna, ben);
  await anna.presses('Control+z');
  await expectAgreement(anna, ben);
  const note = await ben.shapeOf('note');
  expect(note.parentId).toMatch(/^page:/);
  expect(note.props['color']).toBe('red');
});

test('undo of an arrow leaves no bindings, whatever the other did to its ends', async ({
  people,
  createBoard,
}) => {
  const [anna, ben] = await bothOnABoard(people, await createBoard());
  await anna.writesNote('a', left);
  await anna.writesNote('b', right);
  await ben.sees('b');
  await anna.draws('a', left, right);
  await expect.poll(async () => (await bindings(ben)).length).toBe(2);
  await ben.leaves();
  await ben.moves('b', { x: 0, y: 150 });
  await expectAgreement(anna, ben);
  await anna.presses('Control+z');
  await expectAgreement(anna, ben);
  expect(await bindings(ben)).toEqual([]);
  expect(await ben.texts()).toEqual(['a', 'b']);
  await anna.presses('Control+Shift+z');
  await expectAgreement(anna, ben);
  expect(await bindings(ben)).toHaveLength(2);
  await ben.leaves();
  await ben.clicksCornerOf('b');
  await ben.presses('Delete');
  await expectAgreement(anna, ben);
  await anna.presses('Control+z');
  await expectAgreement(anna, ben);
  expect(await bindings(ben)).toEqual([]);
  expect(await ben.texts()).toEqual(['a']);
  await anna.presses('Control+Shift+z');
  await expectAgreement(anna, ben);
  for (const binding of await bindings(ben)) expect(Object.keys(await ben.store())).toContain(binding.toId);
});

test('undo of moving to another page brings the note back with the colour the other gave', async ({
  people,
  createBoard,
}) => {
  const [anna, ben] = await bothOnABoard(people, await createBoard());
  await anna.writesNote('note', left);
  await ben.sees('note');
  const home = (await anna.shapeOf('note')).parentId;
  await anna.selects('note');
  await anna.page.mouse.click(...(await screenPoint(anna, 'note')), { button: 'right' });
  await anna.page.getByTestId('context-menu-sub.move-to-page-button').click();
  await anna.page.getByRole('menuitem', { name: 'New page' }).click();
  await expect.poll(async () => (await ben.shapeOf('note')).parentId).not.toBe(home);
  await expectAgreement(anna, ben);
  await anna.recolours('note', 'blue');
  await anna.presses('Control+z');
  await anna.presses('Control+z');
  await expectAgreement(anna, ben);
  expect((await ben.shapeOf('note')).parentId).toBe(home);
  await anna.presses('Control+Shift+z');
  await expectAgreement(anna, ben);
  expect((await ben.shapeOf('note')).parentId).not.toBe(home);
});

test('tldraw’s own buttons follow', async ({ people, createBoard }) => {
  const anna = await Writer.joins(people, await createBoard(), { name: 'Anna' });
  const undo = anna.page.getByTestId('quick-actions.undo');
  const redo = anna.page.getByTestId('quick-actions.redo');
  await expect(undo).toBeDisabled();
  await anna.writesNote('note', left);
  await expect(undo).toBeEnabled();
  await undo.click();
  await expect(redo).toBeEnabled();
  await redo.click();
  await anna.sees('note');
});

async function noteAt(writer: Writer, text: string): Promise<ScreenPoint> {
  const { x, y } = await writer.shapeOf('note', text);
  return { x, y };
}

function typesOf(shapes: readonly PlainRecord[]): string[] {
  return shapes.map(({ type = '' }) => type).toSorted((a, b) => a.localeCompare(b));
}

async function bindings(writer: Writer): Promise<readonly (PlainRecord & { readonly toId: string })[]> {
  const records = Object.values(await writer.store());
  return records.filter(({ typeName }) => typeName === 'binding') as (PlainRecord & { toId: string })[];
}

async function screenPoint(writer: Writer, text: string): Promise<[number, number]> {
  const { x, y } = await writer.placeOf(text);
  return [x, y];
}
