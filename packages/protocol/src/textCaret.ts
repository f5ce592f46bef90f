/** One end of a selection: a Yjs relative position, which stays where it is while others type around it. */
export interface CaretEnd {
  /** The text it lies in, where it lies at the end of it. */
  readonly type: YjsId | null;
  /** The character it stands at. */
  readonly item: YjsId | null;
  /** Which side of the character, as in Yjs. */
  readonly assoc: number;
}

/** Id of a Yjs struct. */
export interface YjsId {
  readonly client: number;
  readonly clock: number;
}

/** Where somebody writes, in the field `caret` of their awareness state. */
export interface TextCaret {
  /** tldraw id of the shape. */
  readonly shape: string;
  readonly anchor: CaretEnd;
  readonly head: CaretEnd;
}

/** Reads the caret in an awareness state that any client may have written; null when there is none of use. */
export function parseTextCaret(state: unknown): TextCaret | null {
  const caret = bagOf(bagOf(state)?.['caret']);
  if (caret === null || typeof caret['shape'] !== 'string') return null;
  const anchor = parseEnd(caret['anchor']);
  const head = parseEnd(caret['head']);
  return anchor === null || head === null ? null : { shape: caret['shape'], anchor, head };
}

/** A relative position may also name a root type, which Yjs would then create: it is left out. */
function parseEnd(value: unknown): CaretEnd | null {
  const end = bagOf(value);
  if (end === null) return null;
  const type = parseId(end['type']);
  const item = parseId(end['item']);
  if (type === null && item === null) return null;
  return { type, item, assoc: end['assoc'] === -1 ? -1 : 0 };
}

function parseId(value: unknown): YjsId | null {
  const id = bagOf(value);
  return id !== null && isCount(id['client']) && isCount(id['clock'])
    ? { client: id['client'], clock: id['clock'] }
    : null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function bagOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}
