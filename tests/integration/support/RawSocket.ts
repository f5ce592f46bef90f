import { decodeServerMessage, messageType, type ServerMessage } from '@common-ground/protocol';
import * as decoding from 'lib0/decoding';
import { WebSocket, type ClientOptions } from 'ws';

/** How a websocket ended. */
export interface Closed {
  readonly code: number;
  readonly reason: string;
}

/** A websocket without any client library above it: sends bytes as they are and keeps everything that comes. */
export class RawSocket {
  readonly ws: WebSocket;
  readonly frames: Uint8Array[] = [];
  /** Resolves when the connection is over. */
  readonly closed: Promise<Closed>;
  #listeners: (() => void)[] = [];

  /** Opens a connection; rejects with the status when the server refuses the upgrade. */
  static open(address: string, options: ClientOptions = {}): Promise<RawSocket> {
    const socket = new RawSocket(new WebSocket(address, options));
    return new Promise((resolve, reject) => {
      socket.ws.on('open', () => resolve(socket));
      socket.ws.on('unexpected-response', (_request, response) => {
        response.resume();
        reject(new UpgradeRefused(response.statusCode ?? 0));
      });
      socket.ws.on('error', reject);
    });
  }

  private constructor(ws: WebSocket) {
    this.ws = ws;
    ws.binaryType = 'nodebuffer';
    ws.on('error', () => undefined);
    ws.on('message', (data) => {
      this.frames.push(new Uint8Array(data as Buffer));
      this.#tell();
    });
    this.closed = new Promise((resolve) => {
      ws.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
  }

  send(frame: Uint8Array | readonly number[]): void {
    this.ws.send(Uint8Array.from(frame));
  }

  /** Our own messages among the frames so far. */
  get messages(): readonly ServerMessage[] {
    return this.frames.flatMap((frame) => {
      const decoder = decoding.createDecoder(frame);
      const type = decoding.readVarUint(decoder);
      if (type < messageType.saved) return [];
      const message = decodeServerMessage(type, decoder);
      return message.ok ? [message.value] : [];
    });
  }

  /** Waits until what was received satisfies the condition; a test that waits in vain runs into its timeout. */
  until(condition: (socket: RawSocket) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!condition(this)) return;
        this.#listeners = this.#listeners.filter((other) => other !== look);
        resolve();
      };
      this.#listeners.push(look);
      look();
    });
  }

  close(): void {
    this.ws.close();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The server answered an upgrade with this status instead. */
export class UpgradeRefused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`The upgrade was refused with ${status}`);
    this.status = status;
  }
}
