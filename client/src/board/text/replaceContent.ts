import type { Transaction } from '@tiptap/pm/state';
import type { Node } from '@tiptap/pm/model';
import { ReplaceStep } from '@tiptap/pm/transform';

/** Makes the document of a transaction another one by replacing the part that differs, so that all else keeps its place. */
export function replaceContent(tr: Transaction, next: Node): void {
  const start = tr.doc.content.findDiffStart(next.content);
  const end = tr.doc.content.findDiffEnd(next.content);
  if (start === null || end === null) return;
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const slice = next.slice(start, end.b + overlap);
  const { failed } = tr.maybeStep(new ReplaceStep(start, end.a + overlap, slice));
  // Where the part that differs begins and ends in places that do not match.
  if (failed !== null) tr.replaceWith(0, tr.doc.content.size, next.content);
}
