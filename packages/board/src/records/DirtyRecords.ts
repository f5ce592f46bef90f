import * as Y from 'yjs';
import type { BoardDocument } from '../document/BoardDocument.ts';
import { keyOf, type PositionEntry } from '../document/Positions.ts';
import { textKey } from './readShape.ts';

/** Ids that changed in the document since they were last read. */
export interface Dirty {
  readonly shapes: ReadonlySet<string>;
  /** Those of `shapes` that changed otherwise than in their place. */
  readonly maps: ReadonlySet<string>;
  /** Those of `shapes` whose text changed, too. */
  readonly texts: ReadonlySet<string>;
  readonly records: ReadonlySet<string>;
}

/** Gathers which records a document's transactions touch: all of them, or those that somebody wants. */
export class DirtyRecords {
  private shapes = new Set<string>();
  private maps = new Set<string>();
  private texts = new Set<string>();
  private records = new Set<string>();
  private readonly stop: () => void;

  constructor(
    board: BoardDocument,
    onDirty: () => void,
    isWanted: (transaction: Y.Transaction) => boolean = () => true,
  ) {
    const onShapes = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
      if (!isWanted(transaction)) return;
      this.addShapes(events);
      onDirty();
    };
    const onPositions = (event: Y.YArrayEvent<PositionEntry>, transaction: Y.Transaction) => {
      if (!isWanted(transaction)) return;
      this.addPositions(event);
      onDirty();
    };
    const onRecords = (event: Y.YMapEvent<unknown>, transaction: Y.Transaction) => {
      if (!isWanted(transaction)) return;
      for (const id of event.keysChanged) this.records.add(String(id));
      onDirty();
    };
    board.shapes.observeDeep(onShapes);
    board.positions.list.observe(onPositions);
    board.records.observe(onRecords);
    this.stop = () => {
      board.shapes.unobserveDeep(onShapes);
      board.positions.list.unobserve(onPositions);
      board.records.unobserve(onRecords);
    };
  }

  /** What became dirty since the last call. */
  take(): Dirty {
    const taken = { shapes: this.shapes, maps: this.maps, texts: this.texts, records: this.records };
    this.shapes = new Set();
    this.maps = new Set();
    this.texts = new Set();
    this.records = new Set();
    return taken;
  }

  /** Stops listening. */
  dispose(): void {
    this.stop();
  }

  private addShapes(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
    for (const event of events) {
      const [shapeId] = event.path;
      if (shapeId === undefined) {
        for (const id of event.keys.keys()) this.addShape(id, true);
      } else {
        this.addShape(String(shapeId), event.path.length > 1 || event.keys.has(textKey));
      }
    }
  }

  private addShape(id: string, textChanged: boolean): void {
    this.shapes.add(id);
    this.maps.add(id);
    if (textChanged) this.texts.add(id);
  }

  private addPositions({ target, transaction }: Y.YArrayEvent<PositionEntry>): void {
    forEachTouched(transaction, (struct) => {
      if (!(struct instanceof Y.Item) || struct.parent !== target) return;
      for (const entry of struct.content.getContent()) {
        const id = keyOf(entry);
        if (id !== null) this.shapes.add(id);
      }
    });
  }
}

/**
 * Calls back with every struct that a transaction brought or deleted. `event.changes` would tell the same of one list, and
 * walk the whole of it for that.
 */
function forEachTouched(transaction: Y.Transaction, onStruct: (struct: Y.Item | Y.GC) => void): void {
  const { afterState, beforeState, deleteSet, doc } = transaction;
  for (const [client, end] of afterState) {
    const begin = beforeState.get(client) ?? 0;
    if (begin === end) continue;
    const structs = doc.store.clients.get(client) ?? [];
    for (let at = Y.findIndexSS(structs, begin); at < structs.length; at += 1) {
      const struct = structs[at];
      if (struct !== undefined) onStruct(struct);
    }
  }
  Y.iterateDeletedStructs(transaction, deleteSet, onStruct);
}
