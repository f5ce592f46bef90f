import { spawnSync } from 'node:child_process';
import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import type { Visit } from '../targets/Target.ts';
import { MeasuredPage } from './MeasuredPage.ts';

/** Of every page that is measured, px. */
export const viewport = { width: 1280, height: 800 } as const;

/** As the browser tests run it: software rendering, nothing that calls home. */
const quietArgs = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A Chromium of its own; every page in it is a visitor with an empty cache. */
export class Chromium {
  readonly #browser: Browser;
  readonly #profileDir: string | null;

  /**
   * @param cores the cores it may use, as `taskset` names them; null for those of this process
   * @param profileDir where pages write CPU profiles of what is measured; null for none
   */
  static async launch(cores: string | null, profileDir: string | null): Promise<Chromium> {
    const executablePath = process.env['CHROMIUM_PATH'];
    const browser = await onCores(cores, () =>
      chromium.launch({
        ...(executablePath ? { executablePath } : {}),
        chromiumSandbox: process.getuid?.() !== 0,
        args: quietArgs,
      }),
    );
    return new Chromium(browser, profileDir);
  }

  private constructor(browser: Browser, profileDir: string | null) {
    this.#browser = browser;
    this.#profileDir = profileDir;
  }

  /** Somebody's empty browser, about to visit; nothing is loaded yet. */
  async visitor({ url, storage }: Visit): Promise<MeasuredPage> {
    const context = await this.#browser.newContext({ viewport });
    await remember(context, storage);
    return MeasuredPage.of(await context.newPage(), url, this.#profileDir);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

/** What the browser of somebody who joined has kept. */
async function remember(context: BrowserContext, storage: Visit['storage']): Promise<void> {
  await context.addInitScript((entries) => {
    for (const [key, value] of entries) localStorage.setItem(key, value);
  }, Object.entries(storage));
}

/** A browser inherits the cores of the process that starts it, and the generator has only one. */
async function onCores<T>(cores: string | null, launch: () => Promise<T>): Promise<T> {
  if (cores === null) return launch();
  const before = spawnSync('taskset', ['-c', '-p', String(process.pid)]).stdout.toString();
  const own = /list: (\S+)/.exec(before)?.[1];
  move(cores);
  try {
    return await launch();
  } finally {
    if (own !== undefined) move(own);
  }
}

function move(cores: string): void {
  spawnSync('taskset', ['-a', '-c', '-p', cores, String(process.pid)]);
}
