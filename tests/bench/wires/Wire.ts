/** Position of a note, px of the page. */
export type Place = readonly [x: number, y: number];

/**
 * How the clients of one board talk to one kind of server. Everything that is sent is a whole websocket frame
 * (`clientFrame`), made before the clock starts wherever that is possible.
 */
export interface Wire {
  /** What a silent client sends now and then, because servers end connections on which nothing comes. */
  readonly keepAlive: Buffer;
  /** What a client sends first; the server answers with the board. */
  hello(client: number): Buffer[];
  /** Whether a message is that answer. */
  isBoard(message: Buffer): boolean;
  /** Whether edits of others, with their marks, may be in a message. */
  mayHoldEdits(message: Buffer): boolean;
  /**
   * Returns a function that gives the client's next cursor movement, one px to the right of the last.
   *
   * @param from where it begins; both between 1,000 and 9,999
   */
  cursor(client: number, from?: Place): () => Buffer;
  /** Frames that put notes with these ids on the board, sent by client `seederClient`. */
  notes(ids: readonly string[]): Buffer[];
  /** `count` edits of a writer, each moves the next of the notes to {@link placeOfMove} and carries its mark. */
  moves(writer: number, noteIds: readonly string[], count: number): Buffer[];
  /** Returns a function that gives a writer's next frame, which shifts all of these notes a little around where they were laid out. */
  shifts(writer: number, noteIds: readonly string[]): () => Buffer;
  /**
   * Where the notes stand according to what a newcomer was sent: the message of {@link isBoard}, and edits right behind
   * it that may belong to the answer.
   */
  placesIn(answer: readonly Buffer[]): ReadonlyMap<string, Place>;
}

/** Where cursors begin unless it matters. */
export const cursorStart: Place = [1_000, 1_000];

/** Where a cursor that began at `from` is after so many movements: four digits, whatever happens. */
export function cursorX([x]: Place, moves: number): number {
  return 1_000 + ((Math.round(x) - 1_000 + moves) % 9_000);
}

/**
 * The client that lays out notes; writers count from 0. Being the lowest, its entries stand before everybody's in the
 * document's list of positions, where the last one counts.
 */
export const seederClient = -1;

/** Notes that fit into one frame on every server. */
export const notesPerFrame = 250;

const words =
  'Both sides agree on what done means before the next milestone starts, and whoever finds out that it cannot be kept says ' +
  'so on the same day, to both project leads, with a proposal.';

const noteDigits = 5;

/** Ids of notes in tldraw's form. */
export function noteIds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `shape:note-${String(index).padStart(noteDigits, '0')}`);
}

/** What stands on a note. */
export function noteText(index: number): string {
  return `${index + 1}. ${words}`;
}

/** Where a note stands at first: a grid of fifty columns. */
export function firstPlace(index: number): Place {
  return [(index % 50) * 220, Math.floor(index / 50) * 220];
}

/** Where the move number `seq` puts its note: far below the grid, and x tells which move it was. */
export function placeOfMove(seq: number): Place {
  return [seq, movedBelow + ((seq * 7) % 1_000)];
}

/** Where a note of {@link noteIds} stands after so many shifts: on a small circle around its first place. */
export function placeOfShift(noteId: string, round: number): Place {
  const [x, y] = firstPlace(Number(noteId.slice(-noteDigits)));
  const angle = round * 0.35;
  return [Math.round(x + 30 * Math.cos(angle)), Math.round(y + 30 * Math.sin(angle))];
}

/** The number of the move that brought a note where it is; null when none did. */
export function moveOfPlace(place: Place | undefined): number | null {
  return place === undefined || place[1] < movedBelow ? null : place[0];
}

const movedBelow = 1_000_000;

/** A fractional index of its own for each of the first 200,000 notes. */
export function indexOf(index: number): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const at = (place: number): string => digits[Math.floor(index / 62 ** place) % 62] ?? '0';
  return `c${at(2)}${at(1)}${at(0)}`;
}

/** Cuts a list into pieces of at most `size`. */
export function inPieces<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, piece) =>
    list.slice(piece * size, (piece + 1) * size),
  );
}
