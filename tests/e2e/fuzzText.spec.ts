import { SeededRandom, withSeed } from '@common-ground/testkit';
import { RandomWriter, type RoundKind } from './support/RandomWriter.ts';
import { expectAgreement, Writer } from './support/Writer.ts';
import { expect, test } from './support/test.ts';

/** How many rounds; a long run has 200 or more, and takes a third of a minute for ten of them on two idle cores. */
const rounds = Number(process.env['ROUNDS'] ?? 20);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
/** The board is emptied so often, or the texts outgrow the screen. */
const roundsPerBoard = 8;

test.use({ allowedProblems: [/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|ERR_FAILED|WebSocket connection/] });

test('three people write at random and end up with the same', async ({ people, createBoard }) => {
  test.setTimeout(60_000 + rounds * 40_000);
  test.info().annotations.push({ type: 'seed', description: `SEED=${seed} ROUNDS=${rounds}` });
  const board = await createBoard();
  await withSeed(seed, async (random) => {
    const writers: RandomWriter[] = [];
    let letterCount = 0;
    for (const { name, ...letters } of everybody) {
      const writer = await Writer.joins(people, board, { name });
      writers.push(new RandomWriter(writer, letters, new SeededRandom(random.integer(2 ** 30))));
    }
    for (let round = 0; round < rounds; round += 1) {
      const kind: RoundKind = round % 2 === 0 ? 'adding' : 'anything';
      await test.step(`round ${round}, ${kind}`, async () => {
        if (round % roundsPerBoard === 0) await laysOut(writers);
        letterCount += await playRound(writers, kind, random);
      });
    }
    // A run in which nobody gets to write would prove nothing.
    expect(letterCount).toBeGreaterThan(3 * rounds);
    test.info().annotations.push({ type: 'letters counted', description: String(letterCount) });
  });
});

/**
 * Who writes. The letters are CJK ideographs, of which there are enough that none is typed twice. No key may be one that
 * formats: `==words==` becomes a highlight and `~~words~~` is struck out.
 */
const everybody = [
  { name: 'Anna', firstLetter: 0x4e00, key: ';' },
  { name: 'Ben', firstLetter: 0x6900, key: "'" },
  { name: 'Carol', firstLetter: 0x8400, key: '%' },
] as const;

/** An empty board with a note, a box and a text. */
async function laysOut(writers: readonly RandomWriter[]): Promise<void> {
  const [first] = writers;
  if (first === undefined) return;
  for (const { writer } of writers) await writer.leaves();
  const { writer } = first;
  await writer.selectsEverything();
  await writer.presses('Delete');
  await writer.writesNote('note', { x: 300, y: 250 });
  await writer.draws('r', { x: 600, y: 200 }, { x: 800, y: 350 });
  await writer.leaves();
  await writer.presses('t');
  await writer.canvas.click({ position: { x: 350, y: 500 } });
  await expect(writer.editor).toBeFocused();
  await writer.types('text');
  await writer.leaves();
  await expectAgreement(...writers.map((one) => one.writer));
}

/** Plays a round; answers with how many letters were typed and found, where none were taken away. */
async function playRound(
  writers: readonly RandomWriter[],
  kind: RoundKind,
  random: SeededRandom,
): Promise<number> {
  const before = await lettersOn(writers);
  for (const one of writers) one.takeRuns();
  const away = writers.filter(() => random.chance(0.25));
  for (const { writer } of away) await writer.goesOffline();
  await Promise.all(writers.map((one) => one.acts(kind, 8)));
  for (const { writer } of away) await writer.comesBack();
  const isEverybodyLeaving = random.chance(0.5);
  if (isEverybodyLeaving) for (const { writer } of writers) await writer.leaves();
  await expectAgreement(...writers.map((one) => one.writer));
  if (kind === 'anything') return 0;
  const runs = writers.flatMap((one) => one.takeRuns());
  const after = await lettersOn(writers);
  // Each letter is there once, those of before and those that were typed.
  expect(sorted(after)).toBe(sorted(before + runs.join('')));
  for (const run of runs.filter(isUnique)) expect(onlyOf(after, run), 'typed in one go').toBe(run);
  return runs.join('').length;
}

async function lettersOn([first]: readonly RandomWriter[]): Promise<string> {
  return onlyLetters((await first?.writer.texts())?.join('') ?? '');
}

/** Without line breaks and the words that the texts began with. */
function onlyLetters(text: string): string {
  return text.replaceAll(/[^\u4E00-\u9FFF;'%]/g, '');
}

function isUnique(letters: string): boolean {
  return letters >= '\u4E00';
}

function onlyOf(text: string, letters: string): string {
  return Array.from(text)
    .filter((letter) => letters.includes(letter))
    .join('');
}

function sorted(text: string): string {
  return Array.from(text).toSorted().join('');
}
