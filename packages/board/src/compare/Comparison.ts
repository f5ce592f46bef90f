import type { TLRecord, TLShape } from '@tldraw/tlschema';
import type { Attribution } from './attribution.ts';

/** A record that was not there before, and who made it when. */
export interface AddedRecord extends Attribution {
  readonly record: TLRecord;
}

/** A record that says or looks something else than before, and who changed it last. */
export interface ChangedRecord extends Attribution {
  readonly before: TLRecord;
  readonly after: TLRecord;
  /** What of it is another: names of props and fields, meta keys with `meta.` before them; never empty. */
  readonly parts: readonly string[];
  /** Its words before and after, where they are others; null where they are the same. */
  readonly text: { readonly before: string; readonly after: string } | null;
  /** Whether it stands somewhere else, too. */
  readonly isMoved: boolean;
}

/** A shape that is the same but stands somewhere else, and who changed it last. */
export interface MovedShape extends Attribution {
  readonly before: TLShape;
  readonly after: TLShape;
}

/** What makes one state of a board out of another; every record is in one list at most. */
export interface Comparison {
  readonly added: readonly AddedRecord[];
  readonly changed: readonly ChangedRecord[];
  readonly moved: readonly MovedShape[];
  /** As they were last. A record cannot tell who removed it. */
  readonly removed: readonly TLRecord[];
  /**
   * Records that differ only in what nobody did: sizes that tldraw computed from a text, less than is kept of a
   * position, who touched it last. Nothing to show; here so that a comparison can be applied.
   */
  readonly silent: readonly { readonly before: TLRecord; readonly after: TLRecord }[];
}

/** Whether there is nothing to show of a comparison. */
export function isUnchanged({ added, changed, moved, removed }: Comparison): boolean {
  return added.length + changed.length + moved.length + removed.length === 0;
}
