import { messageType } from '@common-ground/protocol';
import * as encoding from 'lib0/encoding';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';

/** The frame with which a client asks for the whole board. */
export function step1Frame(doc = new Y.Doc()): Uint8Array {
  return syncFrame((encoder) => sync.writeSyncStep1(encoder, doc));
}

/** A frame with the edits of a document of one's own. */
export function updateFrame(edit: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  edit(doc);
  return syncFrame((encoder) => sync.writeUpdate(encoder, Y.encodeStateAsUpdate(doc)));
}

/** The same edits as the answer to a step 1 of the server's. */
export function step2Frame(edit: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  edit(doc);
  return syncFrame((encoder) => sync.writeSyncStep2(encoder, doc));
}

/** A frame with almost 2 MB of edits that build on one which no server has, sent as edits or as an answer. */
export function lackingFrame(kind: 'update' | 'step2'): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('records').set('page:evil', 1);
  const first = Y.encodeStateVector(doc);
  for (let id = 0; id < 9; id += 1) doc.getMap('records').set(`page:evil${id}`, 'x'.repeat(200_000));
  const update = Y.encodeStateAsUpdate(doc, first);
  return rawUpdateFrame(update, kind);
}

/** A frame with any bytes in the place of an update. */
export function rawUpdateFrame(update: Uint8Array, kind: 'update' | 'step2' = 'update'): Uint8Array {
  return syncFrame((encoder) => {
    encoding.writeVarUint(encoder, kind === 'update' ? sync.messageYjsUpdate : sync.messageYjsSyncStep2);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** A frame that shows a state under the document's client id. */
export function awarenessFrame(doc: Y.Doc, state: Record<string, unknown>): Uint8Array {
  const awareness = new Awareness(doc);
  awareness.setLocalState(state);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageType.awareness);
  encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [doc.clientID]));
  awareness.destroy();
  return encoding.toUint8Array(encoder);
}

function syncFrame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageType.sync);
  write(encoder);
  return encoding.toUint8Array(encoder);
}
