import { toRichText, type TLShape } from '@tldraw/tlschema';
import { getIndexAbove, getIndicesAbove, type IndexKey } from '@tldraw/utils';
import type * as Y from 'yjs';
import { boardOrigins, openBoard, type BoardDocument } from '../document/BoardDocument.ts';
import { homePageOf } from '../document/essentials.ts';
import type { Layout } from '../layout/Layout.ts';
import { positionOf } from '../records/anchor.ts';
import { readShape } from '../records/readShape.ts';
import { createShape } from '../records/writeShape.ts';
import { freePlace } from './freePlace.ts';
import { launchPlaceOf, noteLaunch, type Launch, type LaunchPlace } from './launches.ts';
import { shapesOfLayout } from './shapesOfLayout.ts';

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

function firstPage(board: BoardDocument): string {
  const page = homePageOf([...board.records.keys()].filter((id) => isPage(id, board.records.get(id))));
  if (page === undefined) throw new Error('the board has no page');
  return page;
}

function isPage(id: string, record: unknown): boolean {
  return id.startsWith('page:') && (record as { typeName?: unknown } | null)?.typeName === 'page';
}

/** Stands for every text, which is of no concern here. */
const emptyText = toRichText('');

/** The index of what lies uppermost on the page; null when nothing does. */
function topIndex(board: BoardDocument, pageId: string): IndexKey | null {
  let top: IndexKey | null = null;
  for (const id of board.shapes.keys()) {
    const read = readShape(board, id, emptyText);
    if (!read.ok || read.value['parentId'] !== pageId) continue;
    const index = read.value['index'];
    if (isIndexKey(index) && (top === null || index > top)) top = index;
  }
  return top;
}

/** Whether it is a fractional index that another one can be put above. */
function isIndexKey(index: unknown): index is IndexKey {
  if (typeof index !== 'string') return false;
  try {
    getIndexAbove(index as IndexKey);
    return true;
  } catch {
    return false;
  }
}

function writeShapes(board: BoardDocument, shapes: readonly TLShape[]): void {
  for (const shape of shapes) createShape(board, shape);
  board.positions.setMany(new Map(shapes.map((shape) => [shape.id, positionOf(shape)])));
}
