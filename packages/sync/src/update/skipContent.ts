import type { ByteReader } from './ByteReader.ts';
import { UpdateFault } from './UpdateFault.ts';

/** Numbers of the kinds of struct in a Yjs update v1 (yjs/src/structs, `getRef` of each). */
export const structKind = {
  gc: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  doc: 9,
  skip: 10,
} as const;

/** What one content may be. */
export interface ContentLimits {
  /** Largest single value, bytes as encoded. */
  readonly maxValueBytes: number;
  /** Deepest nesting of objects and arrays in one value. */
  readonly maxDepth: number;
}

/** Yjs type numbers that are followed by a name: XmlElement and XmlHook (yjs/src/structs/ContentType.js). */
const namedTypes: readonly number[] = [3, 5];
const lastType = 6;

/**
 * Passes over the content of an item and returns its length in Yjs clock ticks. Throws {@link UpdateFault} for
 * content that Yjs could not read and for values that are too large or nest too deep. Sub-documents are refused
 * as undecodable: no board has any, and each costs kilobytes of memory for a dozen bytes.
 */
export function skipContent(reader: ByteReader, kind: number, limits: ContentLimits): number {
  const start = reader.position;
  switch (kind) {
    case structKind.deleted:
      return reader.varUint();
    case structKind.json:
      return skipMany(reader, limits, skipJsonOrUndefined);
    case structKind.any:
      return skipMany(reader, limits, skipAnyValue);
    case structKind.string:
      return sized(reader, start, limits, reader.skipString());
    case structKind.binary:
      reader.skip(reader.varUint());
      break;
    case structKind.embed:
      skipJson(reader.string(), limits);
      break;
    case structKind.format:
      reader.skipString();
      skipJson(reader.string(), limits);
      break;
    case structKind.type:
      skipType(reader);
      break;
    default:
      throw new UpdateFault('undecodable-update', `content of kind ${kind}`);
  }
  return sized(reader, start, limits, 1);
}

function skipMany(
  reader: ByteReader,
  limits: ContentLimits,
  skipOne: (reader: ByteReader, limits: ContentLimits) => void,
): number {
  const count = reader.varUint();
  for (let index = 0; index < count; index += 1) {
    const start = reader.position;
    skipOne(reader, limits);
    sized(reader, start, limits, 1);
  }
  return count;
}

function skipAnyValue(reader: ByteReader, limits: ContentLimits): void {
  skipAny(reader, limits.maxDepth);
}

/** One value of lib0's `any` encoding (lib0/encoding.js, `writeAny`). */
function skipAny(reader: ByteReader, depthLeft: number): void {
  const tag = reader.byte();
  switch (tag) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      return reader.skipVarInt();
    case 124:
      return reader.skip(4);
    case 123: // float64
    case 122: // bigint64
      return reader.skip(8);
    case 119:
      reader.skipString();
      return;
    case 116:
      return reader.skip(reader.varUint());
    case 118:
    case 117:
      return skipCollection(reader, tag === 118, depthLeft);
    default:
      throw new UpdateFault('undecodable-update', `value tag ${tag}`);
  }
}

function skipCollection(reader: ByteReader, hasKeys: boolean, depthLeft: number): void {
  if (depthLeft === 0) throw tooDeep();
  const count = reader.varUint();
  for (let index = 0; index < count; index += 1) {
    if (hasKeys) reader.skipString();
    skipAny(reader, depthLeft - 1);
  }
}

function skipJsonOrUndefined(reader: ByteReader, limits: ContentLimits): void {
  const text = reader.string();
  if (text !== 'undefined') skipJson(text, limits);
}

function skipJson(text: string, limits: ContentLimits): void {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UpdateFault('undecodable-update', 'not JSON');
  }
  if (nestsDeeper(value, limits.maxDepth)) throw tooDeep();
}

function nestsDeeper(value: unknown, depthLeft: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depthLeft === 0) return true;
  return Object.values(value).some((part) => nestsDeeper(part, depthLeft - 1));
}

function skipType(reader: ByteReader): void {
  const type = reader.varUint();
  if (type > lastType) throw new UpdateFault('undecodable-update', `type ${type}`);
  if (namedTypes.includes(type)) reader.skipString();
}

function sized(reader: ByteReader, start: number, limits: ContentLimits, length: number): number {
  if (reader.position - start > limits.maxValueBytes)
    throw new UpdateFault('record-too-large', `value of ${reader.position - start} bytes`);
  return length;
}

function tooDeep(): UpdateFault {
  return new UpdateFault('record-too-large', 'nests too deep');
}
