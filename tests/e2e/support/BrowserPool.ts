import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';

interface PooledContext {
  readonly context: BrowserContext;
  /** The options it was made with. */
  readonly kind: string;
}

/**
 * Browser contexts that are used by one test after the other: empty of anything a person keeps, but with the program
 * downloaded and compiled, which is most of the time that a board takes to open in a new one.
 */
export class BrowserPool {
  readonly #browser: Browser;
  readonly #origin: string;
  readonly #free: PooledContext[] = [];
  readonly #lent = new Map<BrowserContext, PooledContext>();

  /** @param origin where the program is, and whatever a person keeps of it */
  constructor(browser: Browser, origin: string) {
    this.#browser = browser;
    this.#origin = origin;
  }

  /** A context with these options that nobody else has at the time. */
  async take(options: BrowserContextOptions): Promise<BrowserContext> {
    const kind = JSON.stringify(options);
    const index = this.#free.findIndex((pooled) => pooled.kind === kind);
    const [free] = index === -1 ? [] : this.#free.splice(index, 1);
    const pooled = free ?? { context: await this.#browser.newContext(options), kind };
    this.#lent.set(pooled.context, pooled);
    return pooled.context;
  }

  /** Takes a context back, and everything a person left in it away. */
  async giveBack(context: BrowserContext): Promise<void> {
    const pooled = this.#lent.get(context);
    if (pooled === undefined) throw new Error('This context is not of the pool, or was given back before.');
    this.#lent.delete(context);
    await emptyContext(context, this.#origin);
    this.#free.push(pooled);
  }

  async dispose(): Promise<void> {
    const all = [...this.#free, ...this.#lent.values()];
    await Promise.all(all.map(({ context }) => context.close()));
  }
}

async function emptyContext(context: BrowserContext, origin: string): Promise<void> {
  await Promise.all(context.pages().map((page) => page.close()));
  await context.setOffline(false);
  await context.clearCookies();
  await context.clearPermissions();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await page.close();
}
