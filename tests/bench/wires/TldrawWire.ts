import { markOf } from '../generator/marks.ts';
import { clientFrame, opcodes } from '../generator/websocketFrame.ts';
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
  type Place,
  type Wire,
} from './Wire.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a server of sync-core tells about the schema it runs with. */
export interface TldrawSamples {
  /** As a client presents it when it connects. */
  readonly schema: Json;
  /** A whole note. */
  readonly note: Json & { readonly props: Json };
  /** A whole presence record. */
  readonly presence: Json;
}

/** Version of the protocol of sync-core 5.4 (its src/lib/protocol.ts). */
const protocolVersion = 8;
const boardStart = Buffer.from('{"type":"connect"');

/** The JSON wire of tldraw's sync-core. */
export class TldrawWire implements Wire {
  readonly keepAlive = frame({ type: 'ping' });
  readonly #samples: TldrawSamples;

  constructor(samples: TldrawSamples) {
    this.#samples = samples;
  }

  hello(client: number): Buffer[] {
    const { schema } = this.#samples;
    return [
      frame({
        type: 'connect',
        connectRequestId: `connect-${client}`,
        lastServerClock: -1,
        protocolVersion,
        schema,
      }),
    ];
  }

  isBoard(message: Buffer): boolean {
    return message.subarray(0, boardStart.length).equals(boardStart);
  }

  mayHoldEdits(): boolean {
    return true;
  }

  cursor(client: number, from: Place = cursorStart): () => Buffer {
    let clock = 0;
    return () => {
      clock += 1;
      const cursor = { x: cursorX(from, clock), y: from[1], type: 'default', rotation: 0 };
      const presence =
        clock === 1
          ? [
              'put',
              {
                ...this.#samples.presence,
                userId: `user:${client}`,
                cursor,
                lastActivityTimestamp: Date.now(),
              },
            ]
          : ['patch', { cursor: ['put', cursor], lastActivityTimestamp: ['put', Date.now()] }];
      return frame({ type: 'push', clientClock: clock, presence });
    };
  }

  notes(ids: readonly string[]): Buffer[] {
    let made = 0;
    return inPieces(ids, notesPerFrame).map((piece, clientClock) => {
      const diff = Object.fromEntries(piece.map((id) => [id, ['put', this.#note(id, made++)]]));
      return frame({ type: 'push', clientClock, diff });
    });
  }

  moves(writer: number, noteIds: readonly string[], count: number): Buffer[] {
    return Array.from({ length: count }, (_, seq) => {
      const [x, y] = placeOfMove(seq);
      const patch = { x: ['put', x], y: ['put', y], meta: ['patch', { m: ['put', markOf(writer, seq)] }] };
      const diff = { [noteIds[seq % noteIds.length] ?? '']: ['patch', patch] };
      return frame({ type: 'push', clientClock: seq, diff });
    });
  }

  shifts(_writer: number, noteIds: readonly string[]): () => Buffer {
    let round = 0;
    return () => {
      round += 1;
      const patches = noteIds.map((id) => {
        const [x, y] = placeOfShift(id, round);
        return [id, ['patch', { x: ['put', x], y: ['put', y] }]] as const;
      });
      return frame({ type: 'push', clientClock: round, diff: Object.fromEntries(patches) });
    };
  }

  placesIn(answer: readonly Buffer[]): ReadonlyMap<string, Place> {
    // Its answer is one message, whatever else follows.
    const board = answer.find((message) => this.isBoard(message));
    if (board === undefined) return new Map();
    const { diff } = JSON.parse(board.toString()) as { diff: Record<string, [string, Json]> };
    return new Map(
      Object.entries(diff).map(([id, [, record]]) => [id, [Number(record['x']), Number(record['y'])]]),
    );
  }

  #note(id: string, index: number): Json {
    const { note } = this.#samples;
    const [x, y] = firstPlace(index);
    const text = [{ type: 'text', text: noteText(index) }];
    const richText = { type: 'doc', content: [{ type: 'paragraph', content: text }] };
    return { ...note, id, index: indexOf(index), x, y, props: { ...note.props, richText } };
  }
}

function frame(message: Json): Buffer {
  return clientFrame(Buffer.from(JSON.stringify(message)), opcodes.text);
}
