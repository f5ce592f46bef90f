import { ByteReader } from './ByteReader.ts';
import { skipContent, structKind, type ContentLimits } from './skipContent.ts';
import { UpdateFault } from './UpdateFault.ts';

/** Stands in `UpdateWalk`'s id fields where a struct names none. */
export const noClient = -1;

/** A client's clock beyond this is a lie: nobody types 2^48 characters. */
const maxClock = 2 ** 48;

const bits5 = 31;
const hasOrigin = 128;
const hasRightOrigin = 64;
const hasParentKey = 32;

/**
 * Reads a Yjs update v1 struct by struct into its own fields, without making any Yjs object: that is several times
 * cheaper than `Y.decodeUpdate` and cannot be blown up by an update of many small structs. Use: `reset`, then
 * `next` until it is false, then `nextDelete` until it is false. Throws `UpdateFault` where Yjs could not read on.
 * Grammar: yjs/src/utils/updates.js (`lazyStructReaderGenerator`) and DeleteSet.js (`readDeleteSet`).
 */
export class UpdateWalk {
  /** The struct under the cursor: its Yjs client id, first clock, length in clock ticks and kind. */
  client = 0;
  clock = 0;
  length = 0;
  kind = 0;
  /** Whether this struct is the first of its client's block. */
  isFirstOfBlock = false;
  /** Ids the struct builds on; client {@link noClient} for none. */
  originClient = noClient;
  originClock = 0;
  rightClient = noClient;
  rightClock = 0;
  parentClient = noClient;
  parentClock = 0;

  /** The delete range under the cursor. */
  deleteClient = 0;
  deleteClock = 0;
  deleteLength = 0;

  readonly #reader = new ByteReader();
  readonly #limits: ContentLimits;
  #blocksLeft = 0;
  #structsLeft = 0;
  #nextClock = 0;
  #deleteBlocksLeft = -1;
  #deletesLeft = 0;

  constructor(limits: ContentLimits) {
    this.#limits = limits;
  }

  /** Once `next` is false: how many bytes the structs took, which the deletes follow. */
  structsEnd = 0;

  /** Starts on an update. */
  reset(update: Uint8Array): void {
    this.#reader.reset(update);
    this.#blocksLeft = this.#reader.varUint();
    this.#structsLeft = 0;
    this.#deleteBlocksLeft = -1;
    this.#deletesLeft = 0;
  }

  /** Moves to the next struct; false behind the last. */
  next(): boolean {
    this.isFirstOfBlock = false;
    while (this.#structsLeft === 0) {
      if (this.#blocksLeft === 0) return this.#endStructs();
      this.#readBlockHead();
    }
    this.#structsLeft -= 1;
    this.clock = this.#nextClock;
    this.#readStruct();
    this.#nextClock = this.clock + this.length;
    if (this.length < 1 || this.#nextClock > maxClock)
      throw new UpdateFault('undecodable-update', `struct of length ${this.length}`);
    return true;
  }

  /** Moves to the next delete range, once `next` is false; false behind the last, which must be the update's end. */
  nextDelete(): boolean {
    if (this.#deleteBlocksLeft < 0) this.#deleteBlocksLeft = this.#reader.varUint();
    while (this.#deletesLeft === 0) {
      if (this.#deleteBlocksLeft === 0) return this.#end();
      this.#deleteBlocksLeft -= 1;
      this.deleteClient = this.#reader.varUint();
      this.#deletesLeft = this.#reader.varUint();
    }
    this.#deletesLeft -= 1;
    this.deleteClock = this.#reader.varUint();
    this.deleteLength = this.#reader.varUint();
    return true;
  }

  #readBlockHead(): void {
    this.#blocksLeft -= 1;
    this.#structsLeft = this.#reader.varUint();
    this.client = this.#reader.varUint();
    this.#nextClock = this.#reader.varUint();
    this.isFirstOfBlock = true;
  }

  #readStruct(): void {
    const info = this.#reader.byte();
    this.kind = info & bits5;
    this.originClient = noClient;
    this.rightClient = noClient;
    this.parentClient = noClient;
    // Yjs's two readers differ on flags beside these kinds; an honest writer sets none.
    if (this.kind === structKind.gc || this.kind === structKind.skip) {
      if (info !== this.kind) throw new UpdateFault('undecodable-update', `struct info ${info}`);
      this.length = this.#reader.varUint();
      return;
    }
    this.#readItemHead(info);
    this.length = skipContent(this.#reader, this.kind, this.#limits);
  }

  #readItemHead(info: number): void {
    const reader = this.#reader;
    if ((info & hasOrigin) !== 0) {
      this.originClient = reader.varUint();
      this.originClock = reader.varUint();
    }
    if ((info & hasRightOrigin) !== 0) {
      this.rightClient = reader.varUint();
      this.rightClock = reader.varUint();
    }
    if ((info & (hasOrigin | hasRightOrigin)) !== 0) return;
    if (reader.varUint() === 1) reader.skipString();
    else {
      this.parentClient = reader.varUint();
      this.parentClock = reader.varUint();
    }
    if ((info & hasParentKey) !== 0) reader.skipString();
  }

  #endStructs(): false {
    this.structsEnd = this.#reader.position;
    return false;
  }

  #end(): false {
    if (!this.#reader.isAtEnd) throw new UpdateFault('undecodable-update', 'goes on behind its end');
    return false;
  }
}
