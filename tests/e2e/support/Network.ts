import type { Page, WebSocketRoute } from '@playwright/test';

/**
 * The network of one person, which can be cut. Chromium keeps an open websocket when a page is set offline, so the
 * sockets are led through here.
 */
export class Network {
  readonly #page: Page;
  readonly #sockets = new Set<{ readonly page: WebSocketRoute; readonly server: WebSocketRoute }>();
  #isUp = true;
  /** What the server sent meanwhile; null while everything comes through. */
  #held: (() => void)[] | null = null;

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

  /** What the server sends is on its way from now on, and what the page sends arrives at once. */
  holdsBack(): void {
    this.#held ??= [];
  }

  /** And now it comes, in order. */
  letsThrough(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const send of held) send();
  }

  #open(page: WebSocketRoute): void {
    if (!this.#isUp) return void page.close({ code: 1001 });
    const server = page.connectToServer();
    this.#sockets.add({ page, server });
    server.onMessage((message) => {
      const send = () => page.send(message);
      if (this.#held === null) send();
      else this.#held.push(send);
    });
  }
}
