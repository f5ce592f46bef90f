import type * as Y from 'yjs';
import { Positions } from './Positions.ts';

/** The parts of a board's Yjs document; docs/PROTOCOL.md describes them for other clients. */
export interface BoardDocument {
  readonly doc: Y.Doc;
  /** Shape id → the shape's own map: base record `b`, overlay keys, text `t`. */
  readonly shapes: Y.Map<Y.Map<unknown>>;
  /** Shape id → [x, y, rotation]. */
  readonly positions: Positions;
  /** Record id → JSON of pages, document, assets and bindings; the last writer wins. */
  readonly records: Y.Map<unknown>;
  /** The tldraw schema the records are written in, and which templates were laid out. */
  readonly meta: Y.Map<unknown>;
}

/** One board per document: its positions listen to the document as long as it lives. */
const opened = new WeakMap<Y.Doc, BoardDocument>();

/** Opens the parts of a document, each time the same ones; an empty document is an empty board. */
export function openBoard(doc: Y.Doc): BoardDocument {
  const known = opened.get(doc);
  if (known !== undefined) return known;
  const board: BoardDocument = {
    doc,
    shapes: doc.getMap('shapes'),
    positions: new Positions(doc.getArray('positions')),
    records: doc.getMap('records'),
    meta: doc.getMap('meta'),
  };
  opened.set(doc, board);
  return board;
}

/**
 * Why a Yjs transaction was made; echo, undo and saving are decided only from it.
 * `user`: this person's edit. `typing`: what they type in an open text. `derived`: a size computed from an edit, never
 * undone. `load`: from disk.
 * `launch`: a template laid out. `restore`: what it was at an earlier moment. `repair`, `migration`: the server putting the
 * document in order.
 */
export type BoardOriginSource =
  'user' | 'typing' | 'derived' | 'load' | 'launch' | 'restore' | 'repair' | 'migration';

/** Origin of a transaction of ours; compared by identity, so one object per source. */
export class BoardOrigin {
  readonly source: BoardOriginSource;

  constructor(source: BoardOriginSource) {
    this.source = source;
  }
}

/** The one origin object of each source. */
export const boardOrigins = {
  user: new BoardOrigin('user'),
  typing: new BoardOrigin('typing'),
  derived: new BoardOrigin('derived'),
  load: new BoardOrigin('load'),
  launch: new BoardOrigin('launch'),
  restore: new BoardOrigin('restore'),
  repair: new BoardOrigin('repair'),
  migration: new BoardOrigin('migration'),
} as const satisfies Record<BoardOriginSource, BoardOrigin>;
