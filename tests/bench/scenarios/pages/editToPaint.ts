import type { Page } from '@playwright/test';
import type { Scenario } from '../Scenario.ts';
import { openCrowdedView } from './crowdedView.ts';
import { percentileOf } from './percentileOf.ts';

const paintedWithinMs = 5_000;

/**
 * Somebody moves a note with the arrow keys, somebody else looks on in another browser: from the pressing of the key
 * until the note stands in its new place on either screen.
 */
export const editToPaint: Scenario = {
  id: 'editToPaint',
  part: 'page',
  limitMs: 180_000,
  suits: ({ hasPage }) => hasPage,
  run: async (lab, { editToPaint: { edits, notes } }) => {
    const { board, nearest, target, visitor: writer } = await openCrowdedView(lab, notes);
    const reader = await lab.visitor(target, board);
    await reader.open(notes);
    await reader.showFullSize();
    const noteId = nearest[0] ?? '';
    await writer.page.locator(`[id="${noteId}"]`).click({ position: { x: 20, y: 20 } });
    const pages = [writer.page, reader.page] as const;
    for (const page of pages) await page.evaluate((id) => window.pageProbe.watchPlace(id), noteId);
    await writer.page.evaluate(() => window.pageProbe.watchKeys());
    await writer.profiled(async () => {
      for (let edit = 1; edit <= edits; edit += 1) {
        await writer.page.keyboard.press(edit % 2 === 0 ? 'Shift+ArrowLeft' : 'Shift+ArrowRight');
        for (const page of pages) await isPainted(page, edit);
      }
    });
    const pressed = await writer.page.evaluate(() => window.pageProbe.pressed);
    const [own = [], others = []] = await Promise.all(
      pages.map(async (page) => {
        const painted = await page.evaluate(() => window.pageProbe.painted);
        return painted.map((atMs, edit) => atMs - (pressed[edit] ?? Number.NaN));
      }),
    );
    return {
      ownP50Ms: percentileOf(own, 0.5),
      ownP95Ms: percentileOf(own, 0.95),
      p50Ms: percentileOf(others, 0.5),
      p95Ms: percentileOf(others, 0.95),
    };
  },
};

async function isPainted(page: Page, edit: number): Promise<void> {
  const { painted } = await page.evaluate(
    ({ count, limitMs }) => window.pageProbe.paintedSoFar(count, limitMs),
    { count: edit, limitMs: paintedWithinMs },
  );
  if (painted !== edit) throw new Error(`After ${edit} moves ${painted} were painted.`);
}
