import { simpleDiff } from 'lib0/diff';

/** A change of a text: at an index (UTF-16 units), so many taken away and these put in. */
export interface TextEdit {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/** The smallest single change that makes one text out of another; never cuts a surrogate pair. */
export function editBetween(before: string, after: string): TextEdit {
  return simpleDiff(before, after);
}

/**
 * A change made to a text that somebody else has changed meanwhile, as changes to their text. They are in order of
 * falling index, so that one after the other can be applied. What both took away is gone once, what both put in stays.
 */
export function rebaseEdit({ index, remove, insert }: TextEdit, theirs: TextEdit): readonly TextEdit[] {
  const end = index + remove;
  const theirEnd = theirs.index + theirs.remove;
  const shift = theirs.insert.length - theirs.remove;
  if (end <= theirs.index) return [{ index, remove, insert }];
  if (index >= theirEnd) return [{ index: index + shift, remove, insert }];
  const before = Math.max(0, theirs.index - index);
  const after = Math.max(0, end - theirEnd);
  const behindTheirs = theirs.index + theirs.insert.length;
  const edits: TextEdit[] = [];
  if (after > 0) edits.push({ index: behindTheirs, remove: after, insert: before > 0 ? '' : insert });
  if (before > 0) edits.push({ index, remove: before, insert });
  if (edits.length === 0) edits.push({ index: behindTheirs, remove: 0, insert });
  return edits;
}

/** The text with a change made to it. */
export function applyEdit(text: string, { index, remove, insert }: TextEdit): string {
  return text.slice(0, index) + insert + text.slice(index + remove);
}

/** What becomes of a text that two people changed, each without knowing of the other. */
export function mergeTexts(base: string, mine: string, theirs: string): string {
  return rebaseEdit(editBetween(base, mine), editBetween(base, theirs)).reduce(applyEdit, theirs);
}
