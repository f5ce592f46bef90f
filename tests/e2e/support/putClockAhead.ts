import type { Page } from '@playwright/test';

/**
 * Puts the clock of a page ahead by so many ms, from the next time it is loaded. Playwright's own clocks are a whole
 * browser's, and stay in it for the tests that come after.
 */
export async function putClockAhead(page: Page, aheadMs: number): Promise<void> {
  await page.addInitScript((ms) => {
    const RealDate = Date;
    class DateAhead extends RealDate {
      constructor(...parts: readonly unknown[]) {
        const [first = RealDate.now() + ms] = parts;
        super(...((parts.length > 1 ? parts : [first]) as [number]));
      }

      static override now(): number {
        return RealDate.now() + ms;
      }
    }
    Object.assign(globalThis, { Date: DateAhead });
  }, aheadMs);
}
