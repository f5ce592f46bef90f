import type { TLShape } from '@tldraw/tlschema';
import { getIndicesAbove } from '@tldraw/utils';
import type * as Y from 'yjs';
import { boardOrigins, openBoard, type BoardDocument } from '../document/BoardDocument.ts';
import type { Position } from '../document/Positions.ts';
import type { CanvasColour } from '../layout/Layout.ts';
import { positionOf } from '../records/anchor.ts';
import { propPrefix } from '../records/readShape.ts';
import { createShape } from '../records/writeShape.ts';
import { estimateGrowY, noteSidePx } from './estimateText.ts';
import { findSection } from './findSection.ts';
import { firstPage } from './firstPage.ts';
import { freePlace } from './freePlace.ts';
import { insetPx, layRows, notesAcross } from './layRows.ts';
import { makeRoomBelow } from './makeRoomBelow.ts';
import { placedShapes, type PlacedShape } from './placedShapes.ts';
import { noteShape } from './shapes.ts';
import { topIndexOf } from './topIndex.ts';

/** A note that is to come onto the canvas. */
export interface NoteToPlace {
  /** `[A-Za-z0-9_-]{1,64}`; the shape's id derives from it. */
  readonly noteId: string;
  /** Where it belongs; in no section that is there, it is laid beside everything else. */
  readonly sectionKey: string;
  readonly text: string;
  readonly colour: CanvasColour;
  readonly meta: Readonly<Record<string, string | number | boolean | null>>;
}

/** Notes that come onto the canvas together, once. */
export interface Placement {
  /** Names the placement: a second one of the same id changes nothing, whatever became of the notes meanwhile. */
  readonly placementId: string;
  /** Of which template's newest launch the sections are meant, where several have one of the key; null for any. */
  readonly templateId: string | null;
  /** In the order in which they are laid. */
  readonly notes: readonly NoteToPlace[];
}

/**
 * Lays notes in the free places of their sections, in rows, in one transaction. A section that is full grows, and what lies
 * below it moves down.
 * @throws Error when the board has no page (`repairBoard` gives it one).
 */
export function placeNotes(doc: Y.Doc, placement: Placement): void {
  const board = openBoard(doc);
  const key = `placed:${placement.placementId}`;
  if (board.meta.has(key)) return;
  doc.transact(() => {
    const shapes = placedShapes(board);
    for (const [sectionKey, notes] of Map.groupBy(placement.notes, (note) => note.sectionKey)) {
      const section = findSection(board, shapes, sectionKey, placement.templateId);
      if (section === null) layBeside(board, notes);
      else layInSection(board, section, notes);
    }
    board.meta.set(key, true);
  }, boardOrigins.launch);
}

/** The id under which a note of a placement stands on the canvas. */
export function placedShapeId(noteId: string): TLShape['id'] {
  return `shape:${noteId}` as TLShape['id'];
}

function layInSection(board: BoardDocument, { id }: PlacedShape, notes: readonly NoteToPlace[]): void {
  // Read again: another section of the same placement may have pushed this one down.
  const shapes = placedShapes(board);
  const section = shapes.find((shape) => shape.id === id);
  if (section === undefined) return;
  const inside = shapes.filter(({ parentId }) => parentId === id);
  const prompt = inside.filter(
    ({ type, meta }) => type === 'text' && meta['part'] === `${String(section.meta['part'])}-prompt`,
  );
  const top = Math.max(insetPx, ...prompt.map(({ box }) => Math.ceil((box.y + box.h + 24) / 8) * 8));
  const taken = inside.filter((shape) => !prompt.includes(shape)).map(({ box }) => box);
  const places = layRows(notes.map(heightOf), notesAcross(section.box.w), top, taken);
  const neededH = Math.max(...places.map(({ y, h }) => y + h)) + insetPx;
  if (neededH > section.box.h) grow(board, section, neededH, shapes);
  writeNotes(board, notes, places, { parentId: id, above: inside });
}

function grow(board: BoardDocument, section: PlacedShape, h: number, shapes: readonly PlacedShape[]): void {
  const siblings = shapes.filter(({ id, parentId }) => parentId === section.parentId && id !== section.id);
  const push = section.rotation === 0 ? makeRoomBelow(section.box, h, siblings) : null;
  board.shapes.get(section.id)?.set(`${propPrefix}h`, h);
  if (push === null) return;
  const moved = new Map<string, Position>();
  for (const id of push.ids) {
    const [x, y, rotation] = board.positions.get(id) ?? [0, 0, 0];
    moved.set(id, [x, y + push.byPx, rotation]);
  }
  board.positions.setMany(moved);
}

/** Notes for which there is no section: a block of their own right of everything on the first page. */
function layBeside(board: BoardDocument, notes: readonly NoteToPlace[]): void {
  const pageId = firstPage(board);
  const corner = freePlace(board, pageId);
  const across = Math.max(1, Math.ceil(Math.sqrt(notes.length)));
  const places = layRows(notes.map(heightOf), across, insetPx, []).map((place) => ({
    ...place,
    x: place.x - insetPx + corner.x,
    y: place.y - insetPx + corner.y,
  }));
  const above = placedShapes(board).filter(({ parentId }) => parentId === pageId);
  writeNotes(board, notes, places, { parentId: pageId, above });
}

function writeNotes(
  board: BoardDocument,
  notes: readonly NoteToPlace[],
  places: readonly { readonly x: number; readonly y: number }[],
  { parentId, above }: { readonly parentId: string; readonly above: readonly PlacedShape[] },
): void {
  const indices = getIndicesAbove(topIndexOf(above.map(({ index }) => index)), notes.length);
  const shapes = notes.map(({ noteId, text, colour, meta }, at) => {
    const { x, y } = places[at] ?? { x: insetPx, y: insetPx };
    const index = indices[at] ?? indices[0];
    if (index === undefined) throw new Error('there is no index for a note');
    const seed = { id: placedShapeId(noteId), parentId: parentId as TLShape['parentId'], index, x, y, meta };
    const note = noteShape(seed, text, colour);
    return { ...note, props: { ...note.props, growY: estimateGrowY(text) } };
  });
  for (const shape of shapes) createShape(board, shape);
  board.positions.setMany(new Map(shapes.map((shape) => [shape.id, positionOf(shape)])));
}

function heightOf({ text }: NoteToPlace): number {
  return noteSidePx + estimateGrowY(text);
}
