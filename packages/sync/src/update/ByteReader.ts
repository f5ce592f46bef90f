import { decodeUtf8 } from 'lib0/string';
import { UpdateFault } from './UpdateFault.ts';

/**
 * Walks over bytes in lib0's encoding without building what they describe. Accepts what lib0's own readers accept
 * and refuses sooner: a length is compared with what is left before anything is made of it.
 */
export class ByteReader {
  #bytes: Uint8Array = new Uint8Array(0);
  #position = 0;

  /** Starts over at the beginning of other bytes. */
  reset(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#position = 0;
  }

  get position(): number {
    return this.#position;
  }

  get isAtEnd(): boolean {
    return this.#position === this.#bytes.length;
  }

  byte(): number {
    const value = this.#bytes[this.#position];
    if (value === undefined) throw unreadable('ends too soon');
    this.#position += 1;
    return value;
  }

  /** lib0 `varUint`: seven bits a byte, lowest first, at most 2^53 - 1. */
  varUint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (value > Number.MAX_SAFE_INTEGER) throw unreadable('number out of range');
      if (byte < 128) return value;
      factor *= 128;
      if (factor > Number.MAX_SAFE_INTEGER) throw unreadable('number too long');
    }
  }

  /** Passes over a lib0 `varInt`: a sign bit and six bits, then seven bits a byte. */
  skipVarInt(): void {
    let byte = this.byte();
    let value = byte & 63;
    let factor = 64;
    while (byte >= 128) {
      byte = this.byte();
      value += (byte & 127) * factor;
      factor *= 128;
      if (value > Number.MAX_SAFE_INTEGER || factor > Number.MAX_SAFE_INTEGER * 64)
        throw unreadable('number out of range');
    }
  }

  skip(byteLength: number): void {
    if (byteLength > this.#bytes.length - this.#position) throw unreadable('length beyond the end');
    this.#position += byteLength;
  }

  /** Passes over a string and returns its length in UTF-16 units, which is how Yjs counts text. */
  skipString(): number {
    const byteLength = this.varUint();
    const start = this.#position;
    this.skip(byteLength);
    for (let index = start; index < this.#position; index += 1) {
      if ((this.#bytes[index] ?? 0) > 127) return this.#decode(start, this.#position).length;
    }
    return byteLength;
  }

  string(): string {
    const byteLength = this.varUint();
    const start = this.#position;
    this.skip(byteLength);
    return this.#decode(start, this.#position);
  }

  #decode(start: number, end: number): string {
    try {
      return decodeUtf8(this.#bytes.subarray(start, end));
    } catch {
      throw unreadable('not UTF-8');
    }
  }
}

function unreadable(detail: string): UpdateFault {
  return new UpdateFault('undecodable-update', detail);
}
