import type { CDPSession } from '@playwright/test';
import { expectAgreement, textOf, Writer } from './support/Writer.ts';
import { expect, test } from './support/test.ts';

// Several browsers and many keys; a busy machine needs its time.
test.describe.configure({ timeout: 120_000 });

const middle = { x: 500, y: 350 };

test.describe('what is typed the moment a text opens', () => {
  test('stays in order', async ({ people, createBoard }) => {
    const anna = await Writer.joins(people, await createBoard(), { name: 'Anna' });
    const words = 'Hello, this is what I think';

    await test.step('in a note from the note tool', async () => {
      await anna.canvas.focus();
      await anna.presses('n');
      await anna.canvas.click({ position: middle });
      await anna.types(words);
      await anna.writesIn(words);
    });
    await test.step('in a note from a double click', async () => {
      await anna.leaves();
      await anna.canvas.dblclick({ position: { x: 900, y: 350 } });
      await anna.types(words);
      await anna.writesIn(words);
    });
    await test.step('in place of the old text when a note is opened by Enter', async () => {
      await anna.selectsAt(middle);
      await anna.presses('Enter');
      await anna.types('This is new');
      await anna.writesIn('This is new');
    });
    await test.step('when the next key goes down before Enter comes up', async () => {
      await anna.leaves();
      await anna.selectsAt(middle);
      await anna.page.keyboard.down('Enter');
      await anna.types('This');
      await anna.page.keyboard.up('Enter');
      await anna.types(' is new');
      await anna.writesIn('This is new');
      expect(await anna.shapes()).toHaveLength(2);
    });
    await test.step('behind the old text when the caret is sent there', async () => {
      await anna.leaves();
      await anna.selectsAt(middle);
      await anna.presses('Enter', 'Control+End');
      await anna.types('er');
      await anna.writesIn('This is newer');
    });
    await test.step('where the caret was put meanwhile', async () => {
      await anna.leaves();
      await anna.opensNewNote({ x: 250, y: 200 });
      await anna.types('bc');
      await anna.presses('Home');
      await anna.types('a', 150);
      await anna.presses('End');
      await anna.types('d');
      await anna.writesIn('abcd');
    });
  });
});

test.describe('two people in one note', () => {
  test('both keep every letter, and see where the other writes', async ({ people, createBoard }) => {
    const board = await createBoard({ partners: ['North', 'South'] });
    const anna = await Writer.joins(people, board, { name: 'Anna', partner: 'North' });
    const ben = await Writer.joins(people, board, { name: 'Ben', partner: 'South' });
    await anna.opensNewNote();
    await anna.types('START END');
    await ben.sees('START END');
    await ben.opensText(middle);
    await expect(anna.carets).toHaveText(/Ben/);
    await expect(ben.carets).toHaveText(/Anna/);
    const colours = await Promise.all([anna, ben].map(({ carets }) => carets.getAttribute('style')));
    expect(colours[0]).not.toBe(colours[1]);

    const before = { merges: await anna.mergeCount(), frames: await anna.frameCount() };
    await anna.presses('Control+Home');
    await Promise.all([anna.types('a'.repeat(30), 15), ben.types('b'.repeat(30), 15)]);
    const whole = `${'a'.repeat(30)}START END${'b'.repeat(30)}`;
    await anna.writesIn(whole);
    await ben.writesIn(whole);
    const merges = (await anna.mergeCount()) - before.merges;
    const frames = (await anna.frameCount()) - before.frames;
    expect(merges).toBeLessThanOrEqual(frames);

    await anna.types('x');
    await expect.poll(() => ben.reads()).toBe(`${'a'.repeat(30)}xSTART END${'b'.repeat(30)}`);
    await expectAgreement(anna, ben);
    await ben.leaves();
    await expect(anna.carets).toHaveCount(0);
    await expectAgreement(anna, ben);
    expect(textOf(await ben.shapeOf('note'))).toContain('END');
  });

  test('who type at the very same place keep every letter', async ({ people, createBoard }) => {
    const board = await createBoard();
    const [anna, ben] = await bothInANewNote(people, board);
    await Promise.all([anna.types('a'.repeat(40), 5), ben.types('b'.repeat(40), 5)]);
    await expect.poll(async () => sortedLetters(await anna.reads())).toBe('a'.repeat(40) + 'b'.repeat(40));
    await expectAgreement(anna, ben);
  });

  test('get a note that is as high as what both wrote', async ({ people, createBoard }) => {
    const board = await createBoard();
    const [anna, ben] = await bothInANewNote(people, board);
    await Promise.all([writesLines(anna, 'a'), writesLines(ben, 'b')]);
    await expectAgreement(anna, ben);
    const together = (await anna.shapeOf('note')).props['growY'];
    await anna.leaves();
    await ben.leaves();
    await expectAgreement(anna, ben);
    // Typed once more by one person alone, it comes out as high.
    await anna.opensText(middle);
    await anna.types('z');
    await anna.presses('Backspace');
    await expectAgreement(anna, ben);
    expect((await anna.shapeOf('note')).props['growY']).toBe(together);
    expect(together).toBeGreaterThan(0);
  });

  test('may format it at the same time', async ({ people, createBoard }) => {
    const board = await createBoard();
    const [anna, ben] = await bothInANewNote(people, board);
    await anna.types('one two');
    await ben.writesIn('one two');
    await anna.presses('Control+Home', 'Control+Shift+ArrowRight', 'Control+b');
    await ben.presses('Control+Home', 'Control+Shift+ArrowRight', 'Control+i');
    await ben.presses('Control+End');
    await ben.types('!');
    await expectAgreement(anna, ben);
    const note = JSON.stringify((await anna.shapeOf('note')).props['richText']);
    expect(note).toContain('bold');
    expect(note).toContain('italic');
    expect(textOf(await anna.shapeOf('note'))).toBe('one two!');
  });
});

test.describe('when the network is away', () => {
  test.use({ allowedProblems: [/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|WebSocket connection/] });

  test('what two people wrote meanwhile is merged', async ({ people, createBoard }) => {
    const board = await createBoard();
    const [anna, ben] = await bothInANewNote(people, board);
    await anna.types('both');
    await ben.writesIn('both');
    await ben.goesOffline();
    await anna.presses('Control+Home');
    await anna.types('anna ');
    await ben.presses('Control+End', 'Enter');
    await ben.types('ben');
    await anna.leaves();
    await anna.isSaved();
    await expect.poll(() => ben.reads()).toBe('both\nben');
    await ben.comesBack();
    await ben.writesIn('anna both\nben');
    await expectAgreement(anna, ben);
  });
});

test('text that grows from its middle does not wander while two people write in it', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard();
  const anna = await Writer.joins(people, board, { name: 'Anna' });
  const ben = await Writer.joins(people, board, { name: 'Ben' });
  await anna.canvas.focus();
  await anna.presses('t');
  await anna.canvas.click({ position: middle });
  await expect(anna.editor).toBeFocused();
  await anna.types('centre');
  await anna.selectsEverything();
  await anna.page.getByTestId('style.align.middle').click();
  await expect.poll(async () => (await anna.shapeOf('text')).props['textAlign']).toBe('middle');
  await ben.sees('centre');
  await expectAgreement(anna, ben);
  const before = middleOf(await anna.shapeOf('text'));
  await anna.opensText(middle);
  await ben.opensText(middle);
  await anna.presses('Control+Home');
  await Promise.all([anna.types('left '.repeat(4), 8), ben.types(' right'.repeat(4), 8)]);
  await expectAgreement(anna, ben);
  const after = await anna.shapeOf('text');
  expect(textOf(after)).toBe(`${'left '.repeat(4)}centre${' right'.repeat(4)}`);
  expect(middleOf(after)).toBeCloseTo(before, 1);
  await anna.leaves();
  await ben.leaves();
  await expectAgreement(anna, ben);
  expect(middleOf(await ben.shapeOf('text'))).toBeCloseTo(before, 1);
});

test('an input method composes while somebody else types', async ({ people, createBoard }) => {
  const board = await createBoard();
  const [anna, ben] = await bothInANewNote(people, board);
  await ben.types('x');
  await anna.writesIn('x');
  await anna.presses('Control+End');
  const input = await anna.page.context().newCDPSession(anna.page);
  await composes(input, 'に');
  await composes(input, 'にほ');
  await ben.presses('Control+Home');
  await ben.types('yy');
  await composes(input, 'にほん');
  await input.send('Input.insertText', { text: '日本' });
  await anna.types('!');
  await anna.writesIn('yyx日本!');
  await ben.writesIn('yyx日本!');
  await expectAgreement(anna, ben);
});

test('what is pasted keeps its form and is merged', async ({ people, createBoard }) => {
  const board = await createBoard();
  const [anna, ben] = await bothInANewNote(people, board);
  await anna.types('first');
  await ben.writesIn('first');
  await ben.presses('Control+Home');
  await anna.editor.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', '<p> and <b>bold</b></p><ul><li>point</li></ul>');
    clipboardData.setData('text/plain', 'and bold');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await ben.types('ben ');
  await expectAgreement(anna, ben);
  const note = JSON.stringify((await ben.shapeOf('note')).props['richText']);
  expect(note).toContain('bulletList');
  expect(note).toContain('"bold"');
  expect(note).toContain('ben first');
});

test('whoever writes in a note that is deleted is told and gets the words back', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard();
  const anna = await Writer.joins(people, board, { name: 'Anna' });
  const ben = await Writer.joins(people, board, { name: 'Ben' });
  await anna.opensNewNote();
  await anna.types('important');
  await ben.sees('important');
  await ben.selectsAt(middle);
  await ben.presses('Delete');
  await expect(anna.editor).toHaveCount(0);
  await anna.types(' draft tnd', 5);
  await anna.presses('Control+d', 'Backspace', 'Delete');
  await expect(anna.page.getByText('Somebody deleted what you were writing in.')).toBeVisible();
  expect(await anna.shapes()).toEqual([]);
  await expect(anna.page.getByTestId('tools.select')).toHaveAttribute('aria-pressed', 'true');
  await anna.page.getByRole('button', { name: 'Bring it back' }).click();
  await expect.poll(() => anna.texts()).toEqual(['important draft tn']);
  await ben.sees('important draft tn');
  await expect(anna.page.getByText('Somebody deleted what you were writing in.')).toHaveCount(0);
  await expectAgreement(anna, ben);
  await anna.presses('Control+z');
  await expect.poll(() => ben.texts()).toEqual([]);
});

test('the name of a frame and the label of an arrow are written by two people at once', async ({
  people,
  createBoard,
}) => {
  const board = await createBoard();
  const anna = await Writer.joins(people, board, { name: 'Anna' });
  const ben = await Writer.joins(people, board, { name: 'Ben' });

  for (const [tool, type] of [
    ['f', 'frame'],
    ['a', 'arrow'],
  ] as const) {
    await test.step(type, async () => {
      await anna.draws(tool, { x: 300, y: 300 }, { x: 700, y: 500 });
      await anna.presses('Enter');
      await expect(anna.field).toBeFocused();
      await anna.types('START');
      await expect.poll(async () => textOf(await ben.shapeOf(type))).toBe('START');
      await ben.selectsEverything();
      await ben.presses('Enter');
      await expect(ben.field).toBeFocused();
      await ben.presses('End');
      await anna.presses('Home');
      await Promise.all([anna.types('aaaaaaaaaa', 15), ben.types('bbbbbbbbbb', 15)]);
      await expect(anna.field).toHaveValue('aaaaaaaaaaSTARTbbbbbbbbbb');
      await expect(ben.field).toHaveValue('aaaaaaaaaaSTARTbbbbbbbbbb');
      await anna.types('A');
      await ben.types('B');
      await expect(ben.field).toHaveValue('aaaaaaaaaaASTARTbbbbbbbbbbB');
      await anna.presses('Control+z');
      // As many of Anna's letters as were typed without a pause on this machine; never a letter of Ben's.
      await expect.poll(async () => textOf(await ben.shapeOf(type))).toMatch(/^a{0,10}(?:START)?b{10}B$/);
      await expectAgreement(anna, ben);
      await anna.leaves();
      await ben.leaves();
      await ben.selectsEverything();
      await ben.presses('Delete');
      await expect.poll(() => anna.shapes()).toEqual([]);
    });
  }
});

async function bothInANewNote(
  people: Parameters<typeof Writer.joins>[0],
  board: Parameters<typeof Writer.joins>[1],
): Promise<[Writer, Writer]> {
  const anna = await Writer.joins(people, board, { name: 'Anna' });
  const ben = await Writer.joins(people, board, { name: 'Ben' });
  await anna.opensNewNote();
  await expect.poll(() => ben.shapes()).toHaveLength(1);
  await ben.opensText(middle);
  return [anna, ben];
}

async function writesLines(writer: Writer, word: string): Promise<void> {
  for (let line = 0; line < 6; line += 1) {
    await writer.types(`${word}${line}`, 5);
    await writer.presses('Enter');
  }
}

/** Where a text's middle is, in page px. */
function middleOf({ x, props }: { x: number; props: Readonly<Record<string, unknown>> }): number {
  return x + Number(props['w']) / 2;
}

function sortedLetters(text: string | null): string {
  return Array.from(text ?? '')
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join('');
}

async function composes(input: CDPSession, text: string): Promise<void> {
  await input.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
}
