import type { Page, WebSocketRoute } from '@playwright/test';

/**
 * The network of one person, which can be cut. Chromium keeps an open websocket when a page is set offline, so the
 * sockets are led through here.
 */
export class Network {
  readonly #page: Page;
  readonly #sockets = new Set<{ readonly page: WebSocketRoute; readonly server: WebSocketRoute }>();
  #isUp = true;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Takes hold of a page's network; before it opens a board. */
  static async of(page: Page): Promise<Network> {
    const network = new Network(page);
    await page.routeWebSocket(/\/sync\//, (socket) => network.#open(socket));
    return network;
  }

  /** The cable is pulled. */
  async isCut(): Promise<void> {
    this.#isUp = false;
    await this.#page.context().setOffline(true);
    for (const { page, server } of this.#sockets) {
      await server.close();
      await page.close({ code: 1001 });
    }
    this.#sockets.clear();
  }

  /** And put back. */
  async isBack(): Promise<void> {
    this.#isUp = true;
    await this.#page.context().setOffline(false);
  }

  #open(page: WebSocketRoute): void {
    if (this.#isUp) this.#sockets.add({ page, server: page.connectToServer() });
    else void page.close({ code: 1001 });
  }
}
