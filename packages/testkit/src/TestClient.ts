import {
  isEditFrame,
  messageType,
  syncType,
  type CloseReason,
  type ParticipantId,
  type Role,
} from '@common-ground/protocol';
import type { Room, Session } from '@common-ground/sync';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { FakeSocket } from './FakeSocket.ts';

/** How a client comes onto a board. */
export interface TestClientOptions {
  readonly name: string;
  readonly role?: Role;
  readonly wantsExtras?: boolean;
}

/**
 * A y-websocket client without a network: it speaks y-protocols with a room, and both directions are queues that the
 * test empties, so order, delay and loss are the test's choice.
 */
export class TestClient {
  readonly participantId: ParticipantId;
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  /** Why the server closed the last connection, or null. */
  closeReason: CloseReason | null = null;
  /** Edit frames saved on the last connection, as the server told it. */
  savedCount = 0;
  /** Edit frames sent on the last connection. */
  sentEdits = 0;
  readonly #role: Role;
  readonly #wantsExtras: boolean;
  #session: Session | null = null;
  #socket: FakeSocket | null = null;
  #outgoing: Uint8Array[] = [];
  #incoming: Uint8Array[] = [];

  constructor(options: TestClientOptions) {
    this.participantId = options.name as ParticipantId;
    this.#role = options.role ?? 'contributor';
    this.#wantsExtras = options.wantsExtras ?? true;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#queue((encoder) => sync.writeUpdate(encoder, update));
    });
    this.awareness.on('update', ({ added, updated, removed }: Record<string, number[]>) => {
      this.#sendAwareness([...(added ?? []), ...(updated ?? []), ...(removed ?? [])]);
    });
  }

  get isConnected(): boolean {
    return this.#session !== null;
  }

  /** The socket of the last connection. */
  get socket(): FakeSocket {
    if (this.#socket === null) throw new Error('The client has never connected.');
    return this.#socket;
  }

  /** Joins the room and queues the first messages; throws when the room refuses. */
  connect(room: Room): void {
    this.disconnect();
    const socket = new FakeSocket();
    socket.onFrame = (frame) => this.#incoming.push(frame);
    socket.onClose = (reason) => {
      this.closeReason = reason;
      this.#drop();
    };
    this.closeReason = null;
    this.savedCount = 0;
    this.sentEdits = 0;
    this.#socket = socket;
    const session = room.join({
      participantId: this.participantId,
      role: this.#role,
      wantsExtras: this.#wantsExtras,
      socket,
      board: { title: 'A board' },
    });
    if ('refused' in session) throw new Error(`The room refuses: ${session.refused}`);
    this.#session = session;
    this.#queue((encoder) => sync.writeSyncStep1(encoder, this.doc));
    if (this.awareness.getLocalState() !== null) this.#sendAwareness([this.doc.clientID]);
  }

  /** Loses the connection with everything that was under way on it. */
  disconnect(): void {
    this.#session?.leave();
    this.#drop();
  }

  /** Hands the server the next `count` messages, or all. */
  send(count = Number.POSITIVE_INFINITY): void {
    for (const frame of this.#outgoing.splice(0, count)) {
      if (isEditFrame(frame)) this.sentEdits += 1;
      this.#session?.receive(frame);
    }
  }

  /** Loses what waits to be sent, as no network does: a client with a fault. */
  lose(): void {
    this.#outgoing = [];
  }

  /** Sends bytes as they are, past the queue. */
  sendRaw(frame: Uint8Array): void {
    this.#session?.receive(frame);
  }

  /** Takes in the next `count` messages of the server, or all. */
  receive(count = Number.POSITIVE_INFINITY): void {
    for (const frame of this.#incoming.splice(0, count)) this.#take(frame);
  }

  /** Whether messages wait in either direction. */
  get hasTraffic(): boolean {
    return this.#outgoing.length > 0 || this.#incoming.length > 0;
  }

  /** Ends the client's own timers. */
  destroy(): void {
    this.disconnect();
    this.awareness.destroy();
    this.doc.destroy();
  }

  #drop(): void {
    this.#session = null;
    this.#outgoing = [];
    this.#incoming = [];
  }

  #take(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    switch (decoding.readVarUint(decoder)) {
      case messageType.sync:
        return this.#takeSync(decoder);
      case messageType.awareness:
        return applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this);
      case messageType.saved:
        this.savedCount = decoding.readVarUint(decoder);
    }
  }

  #takeSync(decoder: decoding.Decoder): void {
    switch (decoding.readVarUint(decoder)) {
      case syncType.step1: {
        const stateVector = decoding.readVarUint8Array(decoder);
        return this.#queue((encoder) => sync.writeSyncStep2(encoder, this.doc, stateVector));
      }
      default:
        Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder), this);
    }
  }

  #sendAwareness(clientIds: number[]): void {
    this.#queue(
      (encoder) => encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(this.awareness, clientIds)),
      messageType.awareness,
    );
  }

  #queue(write: (encoder: encoding.Encoder) => void, type: number = messageType.sync): void {
    if (this.#session === null) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, type);
    write(encoder);
    this.#outgoing.push(encoding.toUint8Array(encoder));
  }
}
