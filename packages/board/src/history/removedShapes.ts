import * as Y from 'yjs';
import type { BoardDocument } from '../document/BoardDocument.ts';
import { baseKey, propPrefix, textKey } from '../records/readShape.ts';
import { plainTextPropsOf } from '../text/plainText.ts';

/** A shape that a transaction removed. */
export interface RemovedShape {
  readonly id: string;
  /** tldraw shape type; empty when it had none. */
  readonly type: string;
  /** The words on it. */
  readonly text: string;
}

/**
 * The shapes that a transaction removed, with what stood on them. To be called before Yjs lets go of what was deleted: in an
 * observer, or when the document tells `afterTransaction`.
 */
export function removedShapes(board: BoardDocument, transaction: Y.Transaction): RemovedShape[] {
  const changed = transaction.changed.get(untyped(board.shapes));
  if (changed === undefined) return [];
  // Of what was deleted earlier nothing is left to be taken for deleted now.
  const before = Y.createSnapshot(Y.createDeleteSet(), transaction.beforeState);
  const removed: RemovedShape[] = [];
  for (const id of changed) {
    if (id === null || board.shapes.has(id)) continue;
    const map = valueBefore(untyped(board.shapes), id, before);
    if (map instanceof Y.Map) removed.push({ id, ...describe(map, before) });
  }
  return removed;
}

function describe(map: Y.Map<unknown>, before: Y.Snapshot): Omit<RemovedShape, 'id'> {
  const base = valueBefore(map, baseKey, before);
  const known = (base ?? {}) as { readonly type?: unknown };
  const type = typeof known.type === 'string' ? known.type : '';
  const words = [
    linesOf(valueBefore(map, textKey, before), before).join('\n'),
    ...plainTextPropsOf(type).map((name) => textOf(valueBefore(map, propPrefix + name, before), before)),
  ];
  return { type, text: words.filter((text) => text.trim() !== '').join('\n') };
}

/** Each block of text, in order. */
function linesOf(node: unknown, before: Y.Snapshot): string[] {
  if (node instanceof Y.Text) return [textOf(node, before)];
  // As boards kept their texts before they were linear.
  if (!(node instanceof Y.XmlFragment)) return [];
  return Y.typeListToArraySnapshot(node, before).flatMap((child) => linesOf(child, before));
}

function textOf(text: unknown, before: Y.Snapshot): string {
  if (!(text instanceof Y.Text)) return '';
  // What is embedded in a text is a break within a line.
  return Y.typeListToArraySnapshot(text, before)
    .map((part) => (typeof part === 'string' ? part : '\n'))
    .join('');
}

function valueBefore(map: ReturnType<typeof untyped>, key: string, before: Y.Snapshot): unknown {
  return Y.typeMapGetSnapshot(map, key, before);
}

/** Yjs keeps and takes its types without saying what is in them. */
function untyped(type: unknown): Parameters<typeof Y.typeMapGetSnapshot>[0] {
  return type as Parameters<typeof Y.typeMapGetSnapshot>[0];
}
