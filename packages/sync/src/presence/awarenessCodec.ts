import { messageType } from '@common-ground/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { decodeUtf8 } from 'lib0/string';

/** One client's line of an awareness update. */
export interface AwarenessEntry {
  /** Yjs client id. */
  readonly clientId: number;
  /** Grows with every change of this client's state. */
  readonly clock: number;
  /** The state as JSON; `null` as text when the client is gone. */
  readonly json: string;
}

/** An entry as received. */
export interface ReceivedEntry extends AwarenessEntry {
  /** Bytes of the JSON as UTF-8. */
  readonly byteLength: number;
}

/** More people than any board holds, with some who just left; an update with more entries is an attack. */
const maxEntries = 2_000;

/** Reads a y-protocols awareness update (y-protocols/awareness.js). Throws when it is not well formed. */
export function decodeAwareness(update: Uint8Array): ReceivedEntry[] {
  const decoder = decoding.createDecoder(update);
  const count = decoding.readVarUint(decoder);
  if (count > maxEntries) throw new Error('The awareness update has too many entries.');
  const entries: ReceivedEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const json = decoding.readVarUint8Array(decoder);
    entries.push({ clientId, clock, json: decodeUtf8(json), byteLength: json.length });
  }
  if (decoding.hasContent(decoder)) throw new Error('The awareness update goes on behind its end.');
  return entries;
}

/** The frame `1 • varUint8Array(awareness update)`. */
export function encodeAwarenessFrame(entries: readonly AwarenessEntry[]): Uint8Array {
  const update = encoding.createEncoder();
  encoding.writeVarUint(update, entries.length);
  for (const entry of entries) {
    encoding.writeVarUint(update, entry.clientId);
    encoding.writeVarUint(update, entry.clock);
    encoding.writeVarString(update, entry.json);
  }
  const frame = encoding.createEncoder();
  encoding.writeVarUint(frame, messageType.awareness);
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(update));
  return encoding.toUint8Array(frame);
}
