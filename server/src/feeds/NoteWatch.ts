import { openBoard, readShape } from '@common-ground/board';
import type { Happening } from '@common-ground/protocol';
import { createBoardState, nothingPublished } from '@common-ground/templates';
import type { Clock, TransactionOrigin } from '@common-ground/sync';
import type * as Y from 'yjs';
import { quotedNotes } from './happeningOf.ts';

type NotesAdded = Extract<Happening, { kind: 'notes-added' }>;

/** People write a note, think, and write on: they are told of together, once it has been quiet. */
const quietMs = 30_000;
/** Longest time until something is told while people go on writing. */
const longestMs = 300_000;

/** Watches a board's document for notes that people add, and tells of them in one go. */
export class NoteWatch {
  readonly #doc: Y.Doc;
  readonly #clock: Clock;
  readonly #tell: (added: NotesAdded) => void;
  /** Shapes that were added and not told yet. */
  #added = new Set<string>();
  #firstAt = 0;
  #cancel: (() => void) | null = null;

  constructor(doc: Y.Doc, clock: Clock, tell: (added: NotesAdded) => void) {
    this.#doc = doc;
    this.#clock = clock;
    this.#tell = tell;
    const shapes = openBoard(doc).shapes;
    shapes.observe(({ keysChanged, transaction }) => {
      // What the server lays out (a template, a restored board) is nobody's news.
      if ((transaction.origin as TransactionOrigin | null)?.source !== 'remote') return;
      for (const id of keysChanged) {
        if (shapes.has(id)) this.#add(id);
        else this.#added.delete(id);
      }
    });
  }

  /** Tells now of whatever has words. */
  flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    const ids = this.#added;
    if (ids.size === 0) return;
    this.#added = new Set();
    const notes = readNotes(this.#doc, ids);
    if (notes.length > 0)
      this.#tell({ kind: 'notes-added', count: notes.length, notes: notes.slice(0, quotedNotes) });
  }

  #add(id: string): void {
    const now = this.#clock.now();
    if (this.#added.size === 0) this.#firstAt = now;
    this.#added.add(id);
    this.#cancel?.();
    this.#cancel = this.#clock.after(Math.max(0, Math.min(quietMs, this.#firstAt + longestMs - now)), () =>
      this.flush(),
    );
  }
}

/** The notes with words among these shapes, in reading order. Only they and what they lie in are read: a board may be large. */
function readNotes(doc: Y.Doc, ids: ReadonlySet<string>): NotesAdded['notes'] {
  const board = openBoard(doc);
  const records = new Map<string, unknown>();
  for (const first of ids) {
    for (let id: unknown = first; typeof id === 'string' && !records.has(id);) {
      const shape = readShape(board, id);
      if (!shape.ok) break;
      records.set(id, shape.value);
      id = shape.value['parentId'];
    }
  }
  const { notes, sections } = createBoardState({
    title: '',
    now: 0,
    partners: [],
    people: [],
    records: records.values(),
    launches: [],
    workshop: nothingPublished,
    widgetTypes: new Set(),
  });
  const titles = new Map(sections.map(({ shapeId, title }) => [shapeId, title]));
  return notes
    .filter(({ shapeId }) => ids.has(shapeId))
    .map(({ sectionId, text }) => ({
      text,
      section: sectionId === null ? null : (titles.get(sectionId) ?? null),
    }));
}
