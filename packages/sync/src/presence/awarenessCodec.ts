import { messageType } from '@common-ground/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** One client's line of an awareness update. */
export interface AwarenessEntry {
  /** Yjs client id. */
  readonly clientId: number;
  /** Grows with every change of this client's state. */
  readonly clock: number;
  /** The state as JSON; `null` as text when the client is gone. */
  readonly json: string;
}

/** Reads a y-protocols awareness update (y-protocols/awareness.js). Throws when it is not well formed. */
export function decodeAwareness(update: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(update);
  const count = decoding.readVarUint(decoder);
  const entries: AwarenessEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    entries.push({ clientId, clock, json: decoding.readVarString(decoder) });
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
