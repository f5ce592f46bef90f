import type { CommandId, PartnerId } from '@common-ground/protocol';
import type { TLShape } from '@tldraw/tlschema';
import { getIndicesAbove, type IndexKey } from '@tldraw/utils';
import type * as Y from 'yjs';
import { boardOrigins, openBoard, type BoardDocument } from '../document/BoardDocument.ts';
import { positionOf, createShape } from '../records/writeShape.ts';
import type { Box, Layout, LayoutItem } from '../layout/Layout.ts';
import { freePlace } from './freePlace.ts';
import { shapesOfLayout } from './shapesOfLayout.ts';

/** Which template is laid out, for whom, by which command. */
export interface Launch {
  readonly commandId: CommandId;
  readonly templateId: string;
  readonly options: Readonly<Record<string, string>>;
  readonly partnerIds: readonly PartnerId[];
  /** Server time, ms. */
  readonly at: number;
}

/** Where a template was laid out: its page, and its bounds in page px. */
export interface LaunchPlace {
  readonly pageId: string;
  readonly bounds: Box;
}

/**
 * Lays a template out on the first page, beside what is there, in one transaction. Ids derive from the command, and
 * the launch is noted in the document: the same command again changes nothing and answers with the same place.
 */
export function applyLayout(doc: Y.Doc, layout: Layout, launch: Launch): LaunchPlace {
  const board = openBoard(doc);
  const noted = launchOf(board, launch.commandId);
  if (noted !== null) return noted;
  const pageId = firstPage(board);
  const { x, y } = freePlace(board, pageId);
  const place = { pageId, bounds: { x, y, w: layout.w, h: layout.h } };
  doc.transact(() => {
    writeShapes(board, shapesOfLayout(layout, launch, place, indicesFor(board, pageId, layout.items)));
    board.meta.set(launchKey(launch.commandId), { ...launch, ...place });
  }, boardOrigins.launch);
  return place;
}

const launchPrefix = 'launch:';

function launchKey(commandId: CommandId): string {
  return launchPrefix + commandId;
}

function launchOf(board: BoardDocument, commandId: CommandId): LaunchPlace | null {
  const value = board.meta.get(launchKey(commandId)) as Partial<LaunchPlace> | undefined;
  if (typeof value?.pageId !== 'string' || value.bounds === undefined) return null;
  return { pageId: value.pageId, bounds: value.bounds };
}

/** The templates laid out on a board, newest first, as far as the document can be read. */
export function launchesOf(doc: Y.Doc): (Launch & LaunchPlace)[] {
  const launches: (Launch & LaunchPlace)[] = [];
  for (const [key, value] of openBoard(doc).meta.entries()) {
    const launch = value as Partial<Launch & LaunchPlace> | null;
    if (
      key.startsWith(launchPrefix) &&
      typeof launch?.templateId === 'string' &&
      typeof launch.at === 'number'
    ) {
      launches.push(launch as Launch & LaunchPlace);
    }
  }
  return launches.toSorted((a, b) => b.at - a.at);
}

function firstPage(board: BoardDocument): string {
  const pages = [...board.records.keys()].filter((id) => id.startsWith('page:')).toSorted();
  const page = pages[0];
  if (page === undefined) throw new Error('the board has no page');
  return page;
}

/** Indices above everything on the page, one for each item. */
function indicesFor(board: BoardDocument, pageId: string, items: readonly LayoutItem[]): IndexKey[] {
  let top: IndexKey | null = null;
  for (const map of board.shapes.values()) {
    const base = map.get('b') as { parentId?: string; index?: string } | undefined;
    const parentId = (map.get('parentId') ?? base?.parentId) as string | undefined;
    const index = (map.get('index') ?? base?.index) as IndexKey | undefined;
    if (parentId === pageId && index !== undefined && (top === null || index > top)) top = index;
  }
  return getIndicesAbove(top, items.length);
}

function writeShapes(board: BoardDocument, shapes: readonly TLShape[]): void {
  for (const shape of shapes) createShape(board, shape);
  board.positions.setMany(new Map(shapes.map((shape) => [shape.id, positionOf(shape)])));
}
