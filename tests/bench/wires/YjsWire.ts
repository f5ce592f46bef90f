import { firstPageId, noteShape, openBoard, writeChanges, type Position } from '@common-ground/board';
import { messageType } from '@common-ground/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { markOf } from '../generator/marks.ts';
import { clientFrame } from '../generator/websocketFrame.ts';
import {
  cursorStart,
  cursorX,
  firstPlace,
  indexOf,
  inPieces,
  notesPerFrame,
  noteText,
  placeOfMove,
  placeOfShift,
  seederClient,
  type Place,
  type Wire,
} from './Wire.ts';

/** Sub-messages of y-protocols' sync (y-protocols/sync.js). */
const sync = { step1: 0, step2: 1, update: 2 } as const;

/** Yjs client id of a client of the benchmark. */
const clientIdOf = (client: number): number => 100_000 + client;

/** Clocks of cursors start where a varUint takes three bytes, so that they can be counted up in place. */
const firstCursorClock = 16_384;

/** How a server wraps the frames of y-websocket. */
export interface Wrapping {
  /** Stands before each message, both ways. */
  readonly prefix: Uint8Array;
  /** Messages to send before anything else, without the prefix. */
  readonly greeting: readonly Uint8Array[];
}

const plainWrapping: Wrapping = { prefix: new Uint8Array(0), greeting: [] };

/** The wire of y-websocket, with canvas edits as Common Ground's own client makes them. */
export class YjsWire implements Wire {
  readonly keepAlive: Buffer;
  readonly #wrapping: Wrapping;

  constructor(wrapping: Wrapping = plainWrapping) {
    this.#wrapping = wrapping;
    // An awareness update about nobody.
    this.keepAlive = this.#frame(Uint8Array.of(messageType.awareness, 1, 0));
  }

  hello(_client: number): Buffer[] {
    const step1 = syncMessage(sync.step1, Y.encodeStateVector(new Y.Doc()));
    return [...this.#wrapping.greeting, step1].map((message) => this.#frame(message));
  }

  isBoard(message: Buffer): boolean {
    return this.#syncKind(message) === sync.step2;
  }

  mayHoldEdits(message: Buffer): boolean {
    return this.#syncKind(message) > sync.step1;
  }

  cursor(client: number, from: Place = cursorStart): () => Buffer {
    const { frame, clockAt, xAt } = this.#cursorTemplate(client, from);
    let moves = 0;
    return () => {
      moves += 1;
      const next = Buffer.from(frame);
      writeThreeByteVarUint(next, firstCursorClock + moves, clockAt);
      next.write(String(cursorX(from, moves)), xAt);
      return next;
    };
  }

  notes(ids: readonly string[]): Buffer[] {
    const doc = new Y.Doc();
    doc.clientID = clientIdOf(seederClient);
    const board = openBoard(doc);
    let made = 0;
    return inPieces(ids, notesPerFrame).map((piece) => {
      const added = Object.fromEntries(piece.map((id) => [id, note(id, made++)]));
      return this.#frame(updateOf(doc, () => writeChanges(board, { added, updated: {}, removed: {} })));
    });
  }

  moves(writer: number, noteIds: readonly string[], count: number): Buffer[] {
    const doc = new Y.Doc();
    doc.clientID = clientIdOf(writer);
    const positions = doc.getArray<{ key: string; val: Position; m: string }>('positions');
    return Array.from({ length: count }, (_, seq) => {
      const key = noteIds[seq % noteIds.length] ?? '';
      const entry = { key, val: [...placeOfMove(seq), 0] as const, m: markOf(writer, seq) };
      const update = updateOf(doc, () => {
        // Notes are moved in turn, so the oldest entry is the one of this note.
        if (seq >= noteIds.length) positions.delete(0, 1);
        positions.push([entry]);
      });
      return this.#frame(update);
    });
  }

  shifts(writer: number, noteIds: readonly string[]): () => Buffer {
    const doc = new Y.Doc();
    doc.clientID = clientIdOf(writer);
    const positions = doc.getArray<{ key: string; val: Position }>('positions');
    let round = 0;
    return () => {
      round += 1;
      const entries = noteIds.map((key) => ({ key, val: [...placeOfShift(key, round), 0] as const }));
      const update = updateOf(doc, () => {
        positions.delete(0, positions.length);
        positions.push(entries);
      });
      return this.#frame(update);
    };
  }

  placesIn(answer: readonly Buffer[]): ReadonlyMap<string, Place> {
    const doc = new Y.Doc();
    for (const message of answer) {
      const decoder = decoding.createDecoder(message.subarray(this.#wrapping.prefix.length + 2));
      Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
    }
    const { positions } = openBoard(doc);
    return new Map(
      [...positions.keys()].map((id) => {
        const [x, y] = positions.get(id) ?? [Number.NaN, Number.NaN, 0];
        return [id, [x, y]];
      }),
    );
  }

  /** Which part of y-protocols' sync a message is; -1 for any other. */
  #syncKind(message: Buffer): number {
    const at = this.#wrapping.prefix.length;
    return message[at] === messageType.sync || message[at] === hocuspocusSyncReply
      ? (message[at + 1] ?? -1)
      : -1;
  }

  #frame(message: Uint8Array): Buffer {
    return clientFrame(Buffer.concat([this.#wrapping.prefix, message]));
  }

  /** A cursor's frame and where in it clock and x stand. */
  #cursorTemplate(client: number, from: Place) {
    const state = {
      cursor: [cursorX(from, 0), Math.round(from[1])],
      page: firstPageId,
      selection: [],
      view: [0, 0, 1, 1_280, 720],
      following: null,
    };
    const update = encoding.createEncoder();
    encoding.writeVarUint(update, 1);
    encoding.writeVarUint(update, clientIdOf(client));
    const clockInUpdate = encoding.length(update);
    encoding.writeVarUint(update, firstCursorClock);
    encoding.writeVarString(update, JSON.stringify(state));
    const message = encoding.createEncoder();
    encoding.writeVarUint(message, messageType.awareness);
    encoding.writeVarUint8Array(message, encoding.toUint8Array(update));
    const frame = this.#frame(encoding.toUint8Array(message));
    const updateAt = frame.length - encoding.length(update);
    return {
      frame,
      clockAt: updateAt + clockInUpdate,
      xAt: frame.indexOf('"cursor":[') + '"cursor":['.length,
    };
  }
}

/** Hocuspocus marks its answers to a step 1 with a type of its own. */
const hocuspocusSyncReply = 4;

/** Hocuspocus puts the document's name before each message and wants to be asked for entrance first. */
export function hocuspocusWire(documentName: string): YjsWire {
  const prefix = encoding.createEncoder();
  encoding.writeVarString(prefix, documentName);
  const greeting = encoding.createEncoder();
  const [authMessage, tokenKind] = [2, 0];
  encoding.writeVarUint(greeting, authMessage);
  encoding.writeVarUint(greeting, tokenKind);
  encoding.writeVarString(greeting, 'any');
  return new YjsWire({ prefix: encoding.toUint8Array(prefix), greeting: [encoding.toUint8Array(greeting)] });
}

function note(id: string, index: number) {
  const [x, y] = firstPlace(index);
  type Seed = Parameters<typeof noteShape>[0];
  const seed = { id, parentId: firstPageId, index: indexOf(index), x, y, meta: {} } as unknown as Seed;
  return noteShape(seed, noteText(index), 'yellow');
}

/** The edit as a message of its own. */
export function updateOf(doc: Y.Doc, edit: () => void): Uint8Array {
  let made: Uint8Array | null = null;
  doc.once('update', (update: Uint8Array) => {
    made = update;
  });
  doc.transact(edit);
  if (made === null) throw new Error('The edit changed nothing.');
  return syncMessage(sync.update, made);
}

function syncMessage(kind: number, content: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageType.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, content);
  return encoding.toUint8Array(encoder);
}

function writeThreeByteVarUint(bytes: Buffer, value: number, at: number): void {
  bytes[at] = 0x80 | (value & 0x7f);
  bytes[at + 1] = 0x80 | ((value >> 7) & 0x7f);
  bytes[at + 2] = value >> 14;
}
