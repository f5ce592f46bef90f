import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Visitor } from './visit.ts';

/** A stock y-websocket client of a visitor: nothing of Common Ground's own is in it. */
export class YClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;

  /** Connects, and waits until the document is there. */
  static async open(visitor: Visitor, doc = new Y.Doc()): Promise<YClient> {
    const params = { ticket: await visitor.ticket() };
    const { syncUrl } = visitor.server;
    const provider = new WebsocketProvider(syncUrl, visitor.boardId, doc, { params, disableBc: true });
    const client = new YClient(doc, provider);
    await client.synced();
    return client;
  }

  private constructor(doc: Y.Doc, provider: WebsocketProvider) {
    this.doc = doc;
    this.provider = provider;
  }

  /** Waits until this client has what the server had. */
  synced(): Promise<void> {
    if (this.provider.synced) return Promise.resolve();
    return new Promise((resolve) => {
      this.provider.once('sync', () => resolve());
    });
  }

  /** Waits until the document satisfies the condition; a test that waits in vain runs into its timeout. */
  until(condition: (doc: Y.Doc) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!condition(this.doc)) return;
        this.doc.off('update', look);
        resolve();
      };
      this.doc.on('update', look);
      look();
    });
  }

  /** Leaves, and waits until the socket is closed. */
  closed(): Promise<void> {
    return new Promise((resolve) => {
      this.provider.once('connection-close', () => resolve());
      this.provider.disconnect();
    });
  }

  close(): void {
    this.provider.destroy();
    this.doc.destroy();
  }
}
