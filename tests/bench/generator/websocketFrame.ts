/** Kinds of websocket frames (RFC 6455 section 5.2) that the generator sends or meets. */
export const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** What a server sent: one whole message or control frame. */
export interface ReceivedFrame {
  readonly opcode: number;
  /** Only valid during the call: its memory is used again. */
  readonly payload: Buffer;
}

const longestHeaderBytes = 14;

/**
 * A client's frame, ready for the socket. Its mask is zero, which RFC 6455 allows a client that keeps no secrets from
 * proxies, so a frame is made once and its payload can be changed in place.
 */
export function clientFrame(payload: Uint8Array, opcode: number = opcodes.binary): Buffer {
  const header = Buffer.alloc(longestHeaderBytes);
  header[0] = 0x80 | opcode;
  let length = 2;
  if (payload.length < 126) {
    header[1] = 0x80 | payload.length;
  } else if (payload.length < 65_536) {
    header[1] = 0x80 | 126;
    length = header.writeUInt16BE(payload.length, 2);
  } else {
    header[1] = 0x80 | 127;
    length = header.writeBigUInt64BE(BigInt(payload.length), 2);
  }
  return Buffer.concat([header.subarray(0, length + 4), payload]);
}

interface Header {
  readonly opcode: number;
  readonly headerBytes: number;
  readonly payloadBytes: number;
}

interface Unfinished {
  readonly opcode: number;
  readonly kept: Buffer;
  receivedBytes: number;
  readonly payloadBytes: number;
}

/**
 * Cuts what a server sends into frames, without copying those that arrive whole. Of frames longer than
 * `keptBytes` only the beginning is kept, so that a hundred readers of a large board do not need a hundred copies.
 */
export class FrameReader {
  readonly #keptBytes: number;
  #head: Buffer = Buffer.alloc(0);
  #unfinished: Unfinished | null = null;

  constructor(keptBytes: number) {
    this.#keptBytes = keptBytes;
  }

  /** Takes the next bytes; they may be changed after the call. */
  push(bytes: Buffer, onFrame: (frame: ReceivedFrame) => void): void {
    let chunk = bytes;
    let at = this.#finish(chunk, onFrame);
    if (this.#head.length > 0 && at < chunk.length) {
      chunk = Buffer.concat([this.#head, chunk.subarray(at)]);
      this.#head = Buffer.alloc(0);
      at = 0;
    }
    while (at < chunk.length) {
      const header = readHeader(chunk, at);
      if (header === null) {
        this.#head = Buffer.from(chunk.subarray(at));
        return;
      }
      at += header.headerBytes;
      const end = at + header.payloadBytes;
      if (end <= chunk.length) onFrame({ opcode: header.opcode, payload: chunk.subarray(at, end) });
      else this.#begin(header, chunk.subarray(at));
      at = Math.min(end, chunk.length);
    }
  }

  #begin({ opcode, payloadBytes }: Header, first: Buffer): void {
    const kept = Buffer.allocUnsafe(Math.min(payloadBytes, this.#keptBytes));
    first.copy(kept);
    this.#unfinished = { opcode, kept, receivedBytes: first.length, payloadBytes };
  }

  /** Goes on with the frame that had not arrived whole; returns how many bytes belonged to it. */
  #finish(chunk: Buffer, onFrame: (frame: ReceivedFrame) => void): number {
    const frame = this.#unfinished;
    if (frame === null) return 0;
    const taken = Math.min(chunk.length, frame.payloadBytes - frame.receivedBytes);
    if (frame.receivedBytes < frame.kept.length) chunk.copy(frame.kept, frame.receivedBytes, 0, taken);
    frame.receivedBytes += taken;
    if (frame.receivedBytes === frame.payloadBytes) {
      this.#unfinished = null;
      onFrame({ opcode: frame.opcode, payload: frame.kept });
    }
    return taken;
  }
}

/** Null while it has not arrived whole. Servers do not mask, and none of those measured fragments. */
function readHeader(bytes: Buffer, at: number): Header | null {
  const available = bytes.length - at;
  if (available < 2) return null;
  const opcode = (bytes[at] ?? 0) & 0x0f;
  const length = (bytes[at + 1] ?? 0) & 0x7f;
  if (length < 126) return { opcode, headerBytes: 2, payloadBytes: length };
  if (length === 126) {
    return available < 4 ? null : { opcode, headerBytes: 4, payloadBytes: bytes.readUInt16BE(at + 2) };
  }
  return available < 10
    ? null
    : { opcode, headerBytes: 10, payloadBytes: Number(bytes.readBigUInt64BE(at + 2)) };
}
