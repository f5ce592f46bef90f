import type { Transaction } from '@tiptap/pm/state';
import { Node } from '@tiptap/pm/model';

/** Makes the document say what this JSON says by replacing the part that differs, so that all else keeps its place. */
export function replaceContent(tr: Transaction, content: unknown): void {
  const next = Node.fromJSON(tr.doc.type.schema, content);
  const start = tr.doc.content.findDiffStart(next.content);
  const end = tr.doc.content.findDiffEnd(next.content);
  if (start === null || end === null) return;
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap));
}
