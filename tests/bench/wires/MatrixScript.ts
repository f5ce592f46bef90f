import { openBoard } from '@common-ground/board';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { clientFrame } from '../generator/websocketFrame.ts';
import { indexOf } from './Wire.ts';
import { updateOf } from './YjsWire.ts';

const clientId = 200_000;
/** Cells are written over in an order that looks like none: a prime walks through them all. */
const stride = 37;
const letters = ['R', 'A', 'C', 'I', null] as const;

/** What people do in the responsibility matrix of a board, as frames for its server. */
export class MatrixScript {
  readonly #state: Uint8Array;
  readonly #shapeId: string;
  readonly #partnerIds: readonly string[];
  #rows = 0;
  #columns = 0;

  /** @param answer what somebody was sent who asked for a board that holds a matrix */
  constructor(answer: readonly Buffer[]) {
    const doc = new Y.Doc();
    for (const message of answer) {
      const decoder = decoding.createDecoder(message.subarray(2));
      Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
    }
    this.#state = Y.encodeStateAsUpdate(doc);
    const found = matrixIn(doc);
    if (found === null) throw new Error('There is no matrix on this board.');
    this.#shapeId = found.shapeId;
    this.#partnerIds = found.partnerIds;
  }

  /** Puts rows and columns in the place of those that are there, a third of the cells filled as a group would. */
  filling(rows: number, columns: number): Buffer {
    this.#rows = rows;
    this.#columns = columns;
    return this.#frame(clientId, (matrix) => {
      const base = matrix.get('b') as { meta: Readonly<Record<string, unknown>> };
      for (const key of Object.keys(base.meta)) if (/^[rk]:[^:]+$/.test(key)) matrix.set(`m.${key}`, null);
      for (let row = 0; row < rows; row += 1) {
        matrix.set(`m.r:${rowId(row)}`, indexOf(row));
        matrix.set(`m.r:${rowId(row)}:name`, rowName(row));
      }
      for (let column = 0; column < columns; column += 1) {
        const partner = Math.floor((column * this.#partnerIds.length) / columns);
        matrix.set(`m.k:${columnId(column)}`, indexOf(column));
        matrix.set(`m.k:${columnId(column)}:name`, `Person ${column + 1}`);
        matrix.set(`m.k:${columnId(column)}:partner`, this.#partnerIds[partner] ?? null);
      }
      for (let row = 0; row < rows; row += 1) {
        for (const [letter, step] of firstLetters) {
          // Every tenth row has no A, so that the rules have something to say.
          if (letter === 'A' && row % 10 === 9) continue;
          matrix.set(`m.c:${rowId(row)}:${columnId((row + step) % columns)}`, letter);
        }
      }
    });
  }

  /** Returns a function that gives a person's next letter in the filled matrix, each in another cell. */
  writing(person: number): () => Buffer {
    const doc = this.#doc(clientId + 1 + person);
    let turn = person * stride * stride;
    return () => {
      turn += stride;
      const [row, column] = [turn % this.#rows, Math.floor(turn / this.#rows) % this.#columns];
      const letter = letters[turn % letters.length] ?? null;
      return clientFrame(
        updateOf(doc, () => {
          this.#matrixOf(doc).set(`m.c:${rowId(row)}:${columnId(column)}`, letter);
        }),
      );
    };
  }

  #frame(client: number, edit: (matrix: Y.Map<unknown>) => void): Buffer {
    const doc = this.#doc(client);
    return clientFrame(updateOf(doc, () => edit(this.#matrixOf(doc))));
  }

  #doc(client: number): Y.Doc {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, this.#state);
    doc.clientID = client;
    return doc;
  }

  #matrixOf(doc: Y.Doc): Y.Map<unknown> {
    return openBoard(doc).shapes.get(this.#shapeId) as Y.Map<unknown>;
  }
}

/** Letters of a row and how far to the right they stand. */
const firstLetters = [
  ['A', 0],
  ['R', 1],
  ['R', 7],
  ['C', 3],
  ['C', 11],
  ['I', 5],
  ['I', 13],
] as const;

/** How the filled matrix calls a row, counted from 0. */
export function rowName(row: number): string {
  return `Piece of work ${row + 1}`;
}

function rowId(row: number): string {
  return `w${row}`;
}

function columnId(column: number): string {
  return `p${column}`;
}

/** The matrix of a new board, and the partners that its columns belong to. */
function matrixIn(doc: Y.Doc): { readonly shapeId: string; readonly partnerIds: readonly string[] } | null {
  for (const [shapeId, shape] of openBoard(doc).shapes.entries()) {
    const base = shape.get('b') as { type?: unknown; meta?: Record<string, unknown> };
    if (base.type !== 'responsibility-matrix') continue;
    const partners = Object.entries(base.meta ?? {}).filter(([key]) => /^k:.*:partner$/.test(key));
    return { shapeId, partnerIds: [...new Set(partners.map(([, id]) => String(id)))] };
  }
  return null;
}
