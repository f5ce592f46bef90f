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

  /** Keeps back what the server sends from now on, while what this client sends arrives; the returned function lets it in. */
  holdsBack(): () => void {
    const socket = this.provider.ws;
    if (socket === null) throw new Error('Not connected.');
    const take = socket.onmessage;
    const held: MessageEvent[] = [];
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- it takes the place of the provider's own
    socket.onmessage = (message) => void held.push(message);
    return () => {
      // oxlint-disable-next-line unicorn/prefer-add-event-listener -- which comes back
      socket.onmessage = take;
      for (const message of held) take?.call(socket, message);
    };
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
