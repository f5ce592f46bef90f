import { createBoardSchema, migrateBoard, openBoard, schemaStateOf, startBoard } from '@common-ground/board';
import { widgets } from '@common-ground/templates';
import type * as Y from 'yjs';

/** What the canvas of this version of Common Ground may hold: tldraw's own shapes and the templates' widgets. */
export const boardSchema = createBoardSchema(widgets);

/** Whether a board's document lacks what every board has, or was written by an earlier version. */
export function needsPreparing(doc: Y.Doc): boolean {
  return isUnstarted(doc) || schemaStateOf(doc, boardSchema) === 'migrated';
}

/** Gives a new board its page, and brings an older one up to date. */
export function prepareBoard(doc: Y.Doc): void {
  if (isUnstarted(doc)) startBoard(doc, boardSchema);
  else migrateBoard(doc, boardSchema);
}

function isUnstarted(doc: Y.Doc): boolean {
  return openBoard(doc).records.size === 0;
}
