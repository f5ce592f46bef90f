import type { Page } from '@playwright/test';
import type { MeasuredPage } from '../../browser/MeasuredPage.ts';
import { Pacer } from '../../generator/Pacer.ts';
import { MatrixScript, rowName } from '../../wires/MatrixScript.ts';
import { play } from '../busyBoard.ts';
import { Crowd } from '../Crowd.ts';
import { answerOf } from '../layOutNotes.ts';
import type { Scenario } from '../Scenario.ts';
import { percentileOf } from './percentileOf.ts';

const paintedWithinMs = 10_000;
const settleMs = 1_500;
/** Where the writer begins, as row and column. */
const firstPlace = { row: 5, column: 4 } as const;
/** And where that is in the window then, px: all that is written stays in it. */
const onScreen = { x: 300, y: 160 } as const;
/** Number of the first of those who fill in the matrix too. */
const othersFirst = 50;

/**
 * Somebody fills in a large responsibility matrix by keyboard, a letter and an arrow in turn, alone and with others:
 * from the pressing of a letter until it is painted.
 */
export const matrixKeys: Scenario = {
  id: 'matrixKeys',
  part: 'page',
  limitMs: 240_000,
  suits: ({ name }) => name === 'ours',
  run: async (lab, { matrixKeys: sizes }) => {
    const target = await lab.start();
    const board = await target.newBoard('raci');
    const script = new MatrixScript(await answerOf(target, board));
    const crowd = lab.keep(
      await Crowd.join({ target, board, count: sizes.others, first: othersFirst, atOnce: 10 }),
    );
    crowd.client(0).send(script.filling(sizes.rows, sizes.columns));
    const writer = await lab.visitor(target, board);
    await writer.open(1);
    await showPlace(writer);
    await writer.page.evaluate(() => {
      window.pageProbe.watchKeys();
      window.pageProbe.watchWordsInFocus();
    });
    const alone = await writer.profiled(() => typeLetters(writer.page, sizes.keys, sizes.columns));
    const hands = crowd.clients.map((_, person) => script.writing(person));
    let turn = 0;
    const letter = () => {
      const person = turn % hands.length;
      turn += 1;
      const frame = hands[person]?.();
      if (frame !== undefined) crowd.client(person).send(frame);
    };
    const stream = {
      pacer: new Pacer(sizes.others * sizes.lettersPerSecond, performance.now()),
      send: letter,
    };
    let isOver = false;
    const playing = play([stream], paintedWithinMs * sizes.keys, () => isOver);
    const together = await writer.profiled(() => typeLetters(writer.page, sizes.keys, sizes.columns));
    isOver = true;
    await playing;
    return {
      aloneP50Ms: percentileOf(alone, 0.5),
      aloneP95Ms: percentileOf(alone, 0.95),
      togetherP50Ms: percentileOf(together, 0.5),
      togetherP95Ms: percentileOf(together, 0.95),
      cutOff: crowd.endings.length,
    };
  },
};

/** Goes to 100 %, and to where the writer begins. */
async function showPlace(writer: MeasuredPage): Promise<void> {
  const { page } = writer;
  await page.locator(placeAt(firstPlace.row, -1), { hasText: rowName(firstPlace.row) }).waitFor();
  await writer.showFullSize();
  const box = await page.locator(placeAt(firstPlace.row, firstPlace.column)).boundingBox();
  if (box === null) throw new Error('The matrix is not on the screen.');
  await page.mouse.move(640, 400);
  await page.mouse.wheel(box.x - onScreen.x, box.y - onScreen.y);
  await page.evaluate((ms) => window.pageProbe.frames(ms), settleMs);
  await page.locator(placeAt(firstPlace.row, firstPlace.column)).focus();
}

/** Types a letter and goes on, so often; the ms from each letter's key to its painting. */
async function typeLetters(page: Page, count: number, columns: number): Promise<number[]> {
  const pressed: number[] = [];
  const painted: number[] = [];
  for (let key = 0; key < count; key += 1) {
    const before = await page.evaluate(() => ({
      painted: window.pageProbe.painted.length,
      pressed: window.pageProbe.pressed.length,
    }));
    await page.keyboard.press('r');
    await page.evaluate(({ count, limitMs }) => window.pageProbe.paintedSoFar(count, limitMs), {
      count: before.painted + 1,
      limitMs: paintedWithinMs,
    });
    const seen = await page.evaluate(
      (at) => ({
        painted: window.pageProbe.painted[at.painted],
        pressed: window.pageProbe.pressed[at.pressed],
      }),
      before,
    );
    if (seen.painted === undefined || seen.pressed === undefined)
      throw new Error(`Letter ${key} was not painted.`);
    pressed.push(seen.pressed);
    painted.push(seen.painted);
    await page.keyboard.press(arrowAfter(key, columns));
    await page.evaluate((ms) => window.pageProbe.frames(ms), betweenMs);
  }
  return painted.map((atMs, key) => atMs - (pressed[key] ?? Number.NaN));
}

/** Nobody types faster than this, and the paintings of two letters do not mix. */
const betweenMs = 150;

/** To the right and back again, and after each such walk a row down. */
function arrowAfter(key: number, columns: number): string {
  const steps = Math.min(5, columns - firstPlace.column - 1);
  const at = key % (2 * steps + 1);
  if (at === 2 * steps) return 'ArrowDown';
  return at < steps ? 'ArrowRight' : 'ArrowLeft';
}

function placeAt(row: number, column: number): string {
  return `[data-at="${row}:${column}"]`;
}
