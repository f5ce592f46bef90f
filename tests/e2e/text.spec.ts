import { expectAgreement, textOf, Writer } from './support/Writer.ts';
import { expect, test } from './support/test.ts';

const middle = { x: 500, y: 350 };

test.describe('what is typed the moment a text opens', () => {
  test('stays in order in a new note', async ({ people, createBoard }) => {
    const anna = await Writer.joins(people, await createBoard(), { name: 'Anna' });
    await anna.canvas.focus();
    await anna.presses('n');
    await anna.canvas.click({ position: middle });
    await anna.types('Hello, this is what I think');
    await anna.writesIn('Hello, this is what I think');
  });

  test('stays in order after a double click on the canvas', async ({ people, createBoard }) => {
    const anna = await Writer.joins(people, await createBoard(), { name: 'Anna' });
    await anna.canvas.dblclick({ position: middle });
    await anna.types('Hello, this is what I think');
    await anna.writesIn('Hello, this is what I think');
  });

  test('replaces the old text when a note is opened by Enter', async ({ people, createBoard }) => {
    const anna = await Writer.joins(people, await createBoard(), { name: 'Anna' });
    await anna.writesNote('old');
    await anna.selectsAt(middle);
    await anna.presses('Enter');
    await anna.types('Hello, this is new');
    await anna.writesIn('Hello, this is new');
  });

  test('is not disturbed by a caret that is moved at once', async ({ people, createBoard }) => {
    const anna = await Writer.joins(people, await createBoard(), { name: 'Anna' });
    await anna.opensNewNote();
    await anna.types('bc');
    await anna.presses('Home');
    await anna.types('a', 150);
    await anna.presses('End');
    await anna.types('d');
    await anna.writesIn('abcd');
  });
});

test('two people type in one note and both keep every letter', async ({ people, createBoard }) => {
  const board = await createBoard();
  const anna = await Writer.joins(people, board, { name: 'Anna' });
  const ben = await Writer.joins(people, board, { name: 'Ben' });
  await anna.opensNewNote();
  await anna.types('START END');
  await ben.sees('START END');
  await ben.opensText(middle);
  await anna.presses('Control+Home');
  await Promise.all([anna.types('a'.repeat(30), 15), ben.types('b'.repeat(30), 15)]);
  const whole = `${'a'.repeat(30)}START END${'b'.repeat(30)}`;
  await anna.writesIn(whole);
  await ben.writesIn(whole);
  await expectAgreement(anna, ben);
  expect(textOf(await ben.shapeOf('note'))).toBe(whole);
});
