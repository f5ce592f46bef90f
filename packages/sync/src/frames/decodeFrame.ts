import {
  decodeCommand,
  fail,
  messageType,
  ok,
  syncType,
  type CloseReason,
  type CommandEnvelope,
  type Result,
} from '@common-ground/protocol';
import * as decoding from 'lib0/decoding';

/** A frame as a client sends it; byte views reach into the frame. */
export type ClientFrame =
  /** Asks for what the sender's state vector lacks. */
  | { readonly type: 'step1'; readonly stateVector: Uint8Array }
  /** Answers a step 1 of ours. */
  | { readonly type: 'step2'; readonly update: Uint8Array }
  | { readonly type: 'update'; readonly update: Uint8Array }
  /** y-protocols awareness update. */
  | { readonly type: 'awareness'; readonly update: Uint8Array }
  | { readonly type: 'queryAwareness' }
  /** Something for the workshop; only the envelope has been checked. */
  | { readonly type: 'command'; readonly envelope: CommandEnvelope };

/**
 * Reads a frame of the y-websocket wire, or a command of ours: exactly one message. Fails with the reason to close the socket. Lengths
 * are checked against the frame before anything is made of them (lib0's `readVarUint8Array` is a checked view).
 */
export function decodeFrame(frame: Uint8Array): Result<ClientFrame, CloseReason> {
  const decoder = decoding.createDecoder(frame);
  try {
    const message = readMessage(decoder);
    if (message === null) return fail('unknown-message');
    return decoding.hasContent(decoder) ? fail('undecodable-frame') : ok(message);
  } catch {
    return fail('undecodable-frame');
  }
}

function readMessage(decoder: decoding.Decoder): ClientFrame | null {
  switch (decoding.readVarUint(decoder)) {
    case messageType.sync:
      return readSync(decoder);
    case messageType.awareness:
      return { type: 'awareness', update: decoding.readVarUint8Array(decoder) };
    case messageType.queryAwareness:
      return { type: 'queryAwareness' };
    case messageType.command:
      return readCommand(decoder);
    default:
      return null;
  }
}

/** Without a sound id nobody could be answered, so that a bad envelope counts as a frame that does not decode. */
function readCommand(decoder: decoding.Decoder): ClientFrame {
  const envelope = decodeCommand(decoder);
  if (!envelope.ok) throw new Error(envelope.error);
  return { type: 'command', envelope: envelope.value };
}

function readSync(decoder: decoding.Decoder): ClientFrame | null {
  switch (decoding.readVarUint(decoder)) {
    case syncType.step1:
      return { type: 'step1', stateVector: decoding.readVarUint8Array(decoder) };
    case syncType.step2:
      return { type: 'step2', update: decoding.readVarUint8Array(decoder) };
    case syncType.update:
      return { type: 'update', update: decoding.readVarUint8Array(decoder) };
    default:
      return null;
  }
}
