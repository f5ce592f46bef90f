import type { ParticipantId } from '@common-ground/protocol';
import * as Y from 'yjs';
import type { FrameScheduler } from '../binding/FrameScheduler.ts';
import { boardOrigins, type BoardDocument } from '../document/BoardDocument.ts';
import { DirtyRecords } from '../records/DirtyRecords.ts';
import { metaPrefix, readShape } from '../records/readShape.ts';
import { stampOf } from './attribution.ts';

/** What stamps are written from. */
export interface ChangeStampsOptions {
  readonly board: BoardDocument;
  /** Whose edits are stamped; none are while it is null. */
  readonly by: () => ParticipantId | null;
  /** Now, ms since 1970; the server's time where it is known. */
  readonly now: () => number;
  readonly frames: FrameScheduler;
}

/**
 * Writes beside this person's edits who changed a shape last and when, in the frame after them. A stamp is no edit:
 * undo takes back what was done, not that somebody was there.
 */
export class ChangeStamps {
  private readonly options: ChangeStampsOptions;
  private readonly dirty: DirtyRecords;
  private cancelFrame: (() => void) | null = null;

  constructor(options: ChangeStampsOptions) {
    this.options = options;
    const origins = new Set<unknown>([boardOrigins.user, boardOrigins.typing]);
    this.dirty = new DirtyRecords(
      options.board,
      () => this.schedule(),
      ({ origin }) => origins.has(origin),
    );
  }

  /** Stops following the document; what waits is written. */
  dispose(): void {
    this.cancelFrame?.();
    this.write();
    this.dirty.dispose();
  }

  private schedule(): void {
    this.cancelFrame ??= this.options.frames.next(() => this.write());
  }

  private write(): void {
    this.cancelFrame = null;
    const { board, now } = this.options;
    const by = this.options.by();
    const stamps: (readonly [Y.Map<unknown>, NonNullable<ReturnType<typeof stampOf>>])[] = [];
    for (const id of this.dirty.take().shapes) {
      if (by === null) continue;
      const map: unknown = board.shapes.get(id);
      const read = readShape(board, id);
      if (!(map instanceof Y.Map) || !read.ok) continue;
      const stamp = stampOf(read.value['meta'] as Readonly<Record<string, unknown>>, by, now());
      if (stamp !== null) stamps.push([map, stamp]);
    }
    if (stamps.length === 0) return;
    board.doc.transact(() => {
      for (const [map, { changedBy, changedAt }] of stamps) {
        map.set(`${metaPrefix}changedBy`, changedBy);
        map.set(`${metaPrefix}changedAt`, changedAt);
      }
    }, boardOrigins.derived);
  }
}
