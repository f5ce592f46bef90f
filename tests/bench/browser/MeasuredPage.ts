import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { pause } from '../generator/pausing.ts';
import { installPageProbe } from './pageProbe.ts';
import { PageTraffic } from './PageTraffic.ts';

/** How often the profiler looks, µs. */
const profileEveryUs = 500;
const pointEveryMs = 40;
let profiles = 0;

/** A page in a browser with an empty cache, and what can be measured on it. */
export class MeasuredPage {
  readonly page: Page;
  readonly traffic: PageTraffic;
  readonly #url: string;
  readonly #devTools: CDPSession;
  readonly #profileDir: string | null;

  static async of(page: Page, url: string, profileDir: string | null): Promise<MeasuredPage> {
    await page.addInitScript(installPageProbe);
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Performance.enable');
    const traffic = await PageTraffic.watch(devTools);
    return new MeasuredPage(page, url, devTools, traffic, profileDir);
  }

  private constructor(
    page: Page,
    url: string,
    devTools: CDPSession,
    traffic: PageTraffic,
    profileDir: string | null,
  ) {
    this.page = page;
    this.traffic = traffic;
    this.#url = url;
    this.#devTools = devTools;
    this.#profileDir = profileDir;
  }

  /** Opens the address; resolves when so many shapes are painted and the page answers, with the ms that took. */
  async open(shapes: number): Promise<number> {
    return this.profiled(async () => {
      await this.page.goto(this.#url, { waitUntil: 'commit' });
      return this.page.evaluate((count) => window.pageProbe.usable(count), shapes);
    });
  }

  /** Opens the address of a page without a board; resolves with the ms until the last of its large parts was painted. */
  async openPage(): Promise<number> {
    return this.profiled(async () => {
      await this.page.goto(this.#url, { waitUntil: 'networkidle' });
      return this.page.evaluate(() => window.pageProbe.largestPaint());
    });
  }

  /** Goes to 100 % around the middle of the board. */
  async showFullSize(): Promise<void> {
    await this.page
      .locator('.tl-canvas')
      .first()
      .click({ position: { x: 3, y: 300 } });
    await this.page.keyboard.press('Shift+0');
    await this.#settle();
  }

  /** Frames in a second, and how long the slowest of a hundred took. */
  async frameRate(durationMs: number): Promise<{ perSecond: number; slowMs: number }> {
    const frames = await this.profiled(() =>
      this.page.evaluate((ms) => window.pageProbe.frames(ms), durationMs),
    );
    const total = frames.reduce((sum, ms) => sum + ms, 0);
    const slowMs = frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.99)] ?? Number.NaN;
    return { perSecond: (frames.length / total) * 1_000, slowMs };
  }

  /** Moves the mouse on until the returned function is called, as somebody does who looks around. */
  pointAround(): () => Promise<void> {
    const stop = new AbortController();
    const pointing = (async () => {
      for (let step = 0; !stop.signal.aborted; step += 1) {
        await this.page.mouse.move(640 + 200 * Math.cos(step / 9), 400 + 150 * Math.sin(step / 9));
        await pause(pointEveryMs);
      }
    })();
    return () => {
      stop.abort();
      return pointing;
    };
  }

  /** What the main thread has worked since navigation, ms. */
  async mainThreadMs(): Promise<number> {
    return (await this.#metric('TaskDuration')) * 1_000;
  }

  /** What JavaScript holds after collecting garbage, bytes. */
  async heapBytes(): Promise<number> {
    await this.#devTools.send('HeapProfiler.collectGarbage');
    return this.#metric('JSHeapUsedSize');
  }

  /** Runs work under the CPU profiler when one is wanted. */
  async profiled<T>(work: () => Promise<T>): Promise<T> {
    if (this.#profileDir === null) return work();
    await this.#devTools.send('Profiler.enable');
    await this.#devTools.send('Profiler.setSamplingInterval', { interval: profileEveryUs });
    await this.#devTools.send('Profiler.start');
    try {
      return await work();
    } finally {
      const { profile } = await this.#devTools.send('Profiler.stop');
      profiles += 1;
      await writeFile(join(this.#profileDir, `page-${profiles}.cpuprofile`), JSON.stringify(profile));
    }
  }

  leave(): Promise<void> {
    return this.page.context().close();
  }

  async #metric(name: string): Promise<number> {
    const { metrics } = await this.#devTools.send('Performance.getMetrics');
    const found = metrics.find((metric) => metric.name === name);
    if (found === undefined) throw new Error(`Chromium does not tell ${name}.`);
    return found.value;
  }

  /** Until an animation of the view is over and everything that came into it is drawn. */
  async #settle(): Promise<void> {
    await this.page.evaluate(() => window.pageProbe.frames(1_500));
  }
}
