import { toRichText, type TLShape } from '@tldraw/tlschema';
import { getIndicesAbove, type IndexKey } from '@tldraw/utils';
import type * as Y from 'yjs';
import { boardOrigins, openBoard, type BoardDocument } from '../document/BoardDocument.ts';
import type { Layout } from '../layout/Layout.ts';
import { positionOf } from '../records/anchor.ts';
import { readShape } from '../records/readShape.ts';
import { createShape } from '../records/writeShape.ts';
import { firstPage } from './firstPage.ts';
import { freePlace } from './freePlace.ts';
import { launchPlaceOf, noteLaunch, type Launch, type LaunchPlace } from './launches.ts';
import { shapesOfLayout } from './shapesOfLayout.ts';
import { topIndexOf } from './topIndex.ts';

/**
 * Lays a template out on the first page, beside what is there, in one transaction. Ids derive from the command, and
 * the launch is noted in the document: the same command again changes nothing and answers with the same place.
 * @throws Error when the board has no page (`repairBoard` gives it one).
 */
export function applyLayout(doc: Y.Doc, layout: Layout, launch: Launch): LaunchPlace {
  const board = openBoard(doc);
  const noted = launchPlaceOf(board, launch.commandId);
  if (noted !== null) return noted;
  const pageId = firstPage(board);
  const place = { pageId, bounds: { ...freePlace(board, pageId), w: layout.w, h: layout.h } };
  const indices = getIndicesAbove(topIndex(board, pageId), layout.items.length);
  doc.transact(() => {
    writeShapes(board, shapesOfLayout(layout, launch, place, indices));
    noteLaunch(board, launch, place);
  }, boardOrigins.launch);
  return place;
}

/** Stands for every text, which is of no concern here. */
const emptyText = toRichText('');

/** The index of what lies uppermost on the page; null when nothing does. */
function topIndex(board: BoardDocument, pageId: string): IndexKey | null {
  const indices: unknown[] = [];
  for (const id of board.shapes.keys()) {
    const read = readShape(board, id, emptyText);
    if (read.ok && read.value['parentId'] === pageId) indices.push(read.value['index']);
  }
  return topIndexOf(indices);
}

function writeShapes(board: BoardDocument, shapes: readonly TLShape[]): void {
  for (const shape of shapes) createShape(board, shape);
  board.positions.setMany(new Map(shapes.map((shape) => [shape.id, positionOf(shape)])));
}
