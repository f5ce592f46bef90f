import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { clientFrame, FrameReader, opcodes } from './websocketFrame.ts';

/** Where a client connects to, and how. */
export interface RawClientOptions {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Path and query. */
  readonly path: string;
  /** Of longer messages only this much is kept; see {@link FrameReader}. */
  readonly keptBytes?: number;
  /** A message arrived; its memory is used again after the call. */
  onMessage(message: Buffer): void;
}

const readBufferBytes = 64 * 1024;
const defaultKeptBytes = 64 * 1024;
const openWithinMs = 30_000;
const endOfHead = Buffer.from('\r\n\r\n');

/**
 * A websocket client that costs as little as possible: no stream, no copy, frames made beforehand. It answers pings
 * and does nothing else of its own.
 */
export class RawClient {
  readonly #socket: Socket;
  readonly #options: RawClientOptions;
  readonly #reader: FrameReader;
  #onOpen: ((problem: Error | null) => void) | null = null;
  #head: Buffer = Buffer.alloc(0);
  #isClosing = false;
  readonly #tellEnded: (by: string) => void;
  /** Resolves when the connection is over, with the reason. */
  readonly ended: Promise<string>;
  /** Why the server ended the connection; null while it has not. */
  endedBy: string | null = null;
  receivedBytes = 0;
  receivedMessages = 0;

  /** Opens a connection; rejects with the server's answer when it does not want one. */
  static async open(options: RawClientOptions): Promise<RawClient> {
    const client = new RawClient(options);
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => client.#opened(new Error('No answer to the upgrade.')), openWithinMs);
      client.#onOpen = (problem) => {
        clearTimeout(timer);
        if (problem) reject(problem);
        else resolve();
      };
    });
    return client;
  }

  private constructor(options: RawClientOptions) {
    this.#options = options;
    const { promise, resolve } = Promise.withResolvers<string>();
    this.ended = promise;
    this.#tellEnded = resolve;
    this.#reader = new FrameReader(options.keptBytes ?? defaultKeptBytes);
    this.#socket = connect({
      host: '127.0.0.1',
      port: options.port,
      noDelay: true,
      onread: {
        buffer: Buffer.alloc(readBufferBytes),
        callback: (length, bytes) => {
          this.#read(Buffer.from(bytes.buffer, bytes.byteOffset, length));
          return true;
        },
      },
    });
    this.#socket.on('connect', () => this.#socket.write(upgradeRequest(options)));
    this.#socket.on('error', (error) => this.#ended(error.message));
    this.#socket.on('close', () => this.#ended('The connection was cut.'));
  }

  /** Sends a frame of {@link clientFrame}. */
  send(frame: Buffer): void {
    this.#socket.write(frame);
  }

  /** Ends the connection without a goodbye. */
  close(): void {
    this.#isClosing = true;
    this.#socket.destroy();
  }

  #read(bytes: Buffer): void {
    this.receivedBytes += bytes.length;
    if (this.#onOpen === null) return this.#take(bytes);
    this.#head = Buffer.concat([this.#head, bytes]);
    const end = this.#head.indexOf(endOfHead);
    if (end < 0) return;
    const rest = this.#head.subarray(end + endOfHead.length);
    const isUpgraded = this.#head.subarray(0, 12).toString() === 'HTTP/1.1 101';
    this.#opened(isUpgraded ? null : new Error(`The upgrade was refused: ${this.#head.toString()}`));
    if (isUpgraded && rest.length > 0) this.#take(rest);
  }

  #opened(problem: Error | null): void {
    const tell = this.#onOpen;
    this.#onOpen = null;
    if (problem) this.close();
    tell?.(problem);
  }

  #take(bytes: Buffer): void {
    this.#reader.push(bytes, ({ opcode, payload }) => {
      if (opcode === opcodes.binary || opcode === opcodes.text) {
        this.receivedMessages += 1;
        this.#options.onMessage(payload);
      } else if (opcode === opcodes.ping) this.send(clientFrame(payload, opcodes.pong));
      else if (opcode === opcodes.close) this.#ended(`Closed by the server: ${closeReason(payload)}`);
    });
  }

  #ended(by: string): void {
    if (!this.#isClosing) this.endedBy ??= by;
    this.#tellEnded(by);
    this.#opened(new Error(by));
  }
}

function upgradeRequest({ path, port }: RawClientOptions): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function closeReason(payload: Buffer): string {
  return payload.length < 2 ? 'no reason' : `${payload.readUInt16BE(0)} ${payload.subarray(2).toString()}`;
}
