import { closeReasons, type CloseReason } from '@common-ground/protocol';
import type { Socket } from '@common-ground/sync';
import { WebSocket } from 'ws';

/** A websocket of the ws library as a room's {@link Socket}. */
export class WsSocket implements Socket {
  readonly #ws: WebSocket;

  constructor(ws: WebSocket) {
    this.#ws = ws;
  }

  send(frame: Uint8Array): void {
    if (this.#ws.readyState === WebSocket.OPEN) this.#ws.send(frame);
  }

  close(reason: CloseReason): void {
    this.#ws.close(closeReasons[reason].code, reason);
  }

  bufferedBytes(): number {
    return this.#ws.bufferedAmount;
  }
}
