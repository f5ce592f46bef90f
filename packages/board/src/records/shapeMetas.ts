import { toRichText } from '@tldraw/tlschema';
import type { BoardDocument } from '../document/BoardDocument.ts';
import { readShape } from './readShape.ts';

/** Stands for every text, which is of no concern here and would take the longest to read. */
const noText = toRichText('');

/** The meta of every shape that can be read, unchecked: who made and changed it when, and what templates keep there. */
export function shapeMetas(board: BoardDocument): Readonly<Record<string, unknown>>[] {
  return [...board.shapes.keys()].flatMap((id) => {
    const read = readShape(board, id, noText);
    return read.ok && isBag(read.value['meta']) ? [read.value['meta']] : [];
  });
}

function isBag(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
