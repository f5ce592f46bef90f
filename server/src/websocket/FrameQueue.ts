/** Frames that arrive while their board is being loaded, up to a bound. */
export class FrameQueue {
  readonly #maxFrames: number;
  readonly #maxBytes: number;
  #frames: Uint8Array[] = [];
  #bytes = 0;

  constructor(maxFrames: number, maxBytes: number) {
    this.#maxFrames = maxFrames;
    this.#maxBytes = maxBytes;
  }

  /** Keeps a frame; false, and the frame is not kept, when the queue is full. */
  push(frame: Uint8Array): boolean {
    if (this.#frames.length >= this.#maxFrames || this.#bytes + frame.byteLength > this.#maxBytes)
      return false;
    this.#frames.push(frame);
    this.#bytes += frame.byteLength;
    return true;
  }

  /** Gives back the frames in the order they came, and is empty. */
  drain(): readonly Uint8Array[] {
    const frames = this.#frames;
    this.#frames = [];
    this.#bytes = 0;
    return frames;
  }
}
