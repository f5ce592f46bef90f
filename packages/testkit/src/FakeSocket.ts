import type { CloseReason } from '@common-ground/protocol';
import type { Socket } from '@common-ground/sync';

/** A socket that keeps what it is given; `isDraining = false` makes it a client that does not read. */
export class FakeSocket implements Socket {
  /** Frames sent so far, oldest first. */
  readonly frames: Uint8Array[] = [];
  /** Why the server closed the socket, or null. */
  closeReason: CloseReason | null = null;
  /** Whether the network takes what is sent. */
  isDraining = true;
  /** Told of every frame, for a client at the other end. */
  onFrame: ((frame: Uint8Array) => void) | null = null;
  onClose: ((reason: CloseReason) => void) | null = null;
  #buffered = 0;

  send(frame: Uint8Array): void {
    if (this.closeReason !== null) return;
    this.frames.push(frame);
    if (!this.isDraining) this.#buffered += frame.length;
    this.onFrame?.(frame);
  }

  close(reason: CloseReason): void {
    if (this.closeReason !== null) return;
    this.closeReason = reason;
    this.onClose?.(reason);
  }

  bufferedBytes(): number {
    return this.#buffered;
  }

  /** The network takes all that waited. */
  drain(): void {
    this.#buffered = 0;
  }

  /** Takes the frames sent since the last call. */
  takeFrames(): Uint8Array[] {
    return this.frames.splice(0);
  }

  /** Frames so far whose first number is this message type. */
  framesOfType(type: number): Uint8Array[] {
    return this.frames.filter((frame) => frame[0] === type);
  }
}
