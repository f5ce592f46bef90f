import { closeReasons, type CloseReason } from '@common-ground/protocol';
import type { Socket } from '@common-ground/sync';
import { WebSocket } from 'ws';
import type { Traffic } from '../metrics/Traffic.ts';

/** A websocket of the ws library as a room's {@link Socket}. */
export class WsSocket implements Socket {
  readonly #ws: WebSocket;
  readonly #traffic: Traffic;

  constructor(ws: WebSocket, traffic: Traffic) {
    this.#ws = ws;
    this.#traffic = traffic;
  }

  send(frame: Uint8Array): void {
    if (this.#ws.readyState !== WebSocket.OPEN) return;
    this.#traffic.sent(frame);
    this.#ws.send(frame);
  }

  close(reason: CloseReason): void {
    if (this.#ws.readyState === WebSocket.OPEN) this.#traffic.endedBy(reason);
    this.#ws.close(closeReasons[reason].code, reason);
  }

  bufferedBytes(): number {
    return this.#ws.bufferedAmount;
  }
}
