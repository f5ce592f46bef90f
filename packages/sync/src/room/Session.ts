import {
  mayEdit,
  type CloseReason,
  type CommandEnvelope,
  type ParticipantId,
  type Role,
} from '@common-ground/protocol';
import { decodeFrame, type ClientFrame } from '../frames/decodeFrame.ts';
import type { Clock } from '../ports/Clock.ts';
import type { Socket } from '../ports/Socket.ts';
import type { RoomLimits } from './RoomLimits.ts';
import { TokenBucket } from './TokenBucket.ts';

/** What a session needs of its room. */
export interface SessionHost {
  readonly clock: Clock;
  readonly limits: RoomLimits;
  onEdit(session: Session, update: Uint8Array, isStep2: boolean): void;
  onSyncRequest(session: Session, stateVector: Uint8Array): void;
  onAwareness(session: Session, update: Uint8Array): void;
  onAwarenessQuery(session: Session): void;
  onCommand(session: Session, envelope: CommandEnvelope): void;
  onLeave(session: Session, reason: CloseReason | null, detail: string): void;
}

/** Who opens a connection, and by what. */
export interface Joining {
  readonly participantId: ParticipantId;
  readonly role: Role;
  /** Whether the client understands our own messages (`?v=2`). */
  readonly wantsExtras: boolean;
  readonly socket: Socket;
}

/** State vectors beyond this part of a frame are refused: nobody has met a hundred thousand client ids. */
const stateVectorPart = 8;

/** One open connection of a participant: guards what comes in, and counts what was saved. */
export class Session {
  readonly participantId: ParticipantId;
  readonly wantsExtras: boolean;
  role: Role;
  /** Whether the client has asked for the board; before that, updates would only wait in it for what they build on. */
  isReading = false;
  /** Edit frames dealt with, whether applied, empty or made up for by a later sync. */
  handledEdits = 0;
  /** Edit frames that came while the participant was an observer. */
  ignoredEdits = 0;
  /** When the client was last asked for what an edit of its lacked; null when nothing is lacking. */
  resyncAskedAt: number | null = null;
  readonly #host: SessionHost;
  readonly #socket: Socket;
  readonly #frames: TokenBucket;
  readonly #syncRequests: TokenBucket;
  readonly #commands: TokenBucket;
  #isOpen = true;
  #awarenessStrikes = 0;
  /** Bytes of a whole board that the client has been sent and may still be taking in. */
  #answerBytes = 0;

  constructor(joining: Joining, host: SessionHost) {
    this.participantId = joining.participantId;
    this.role = joining.role;
    this.wantsExtras = joining.wantsExtras;
    this.#socket = joining.socket;
    this.#host = host;
    this.#frames = new TokenBucket(host.clock, host.limits.frameBurst, host.limits.framesPerSecond);
    this.#syncRequests = new TokenBucket(
      host.clock,
      host.limits.syncRequestBurst,
      host.limits.syncRequestsPerSecond,
    );
    this.#commands = new TokenBucket(host.clock, host.limits.commandBurst, host.limits.commandsPerSecond);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Takes a binary frame from the client. A bad one closes this session and harms nobody else; never throws. */
  receive(frame: Uint8Array): void {
    if (!this.#isOpen) return;
    if (frame.length > this.#host.limits.maxFrameBytes) return this.close('frame-too-large');
    if (!this.#frames.take()) return this.close('too-many-frames');
    const decoded = decodeFrame(frame);
    if (decoded.ok) this.#handle(decoded.value);
    else this.close(decoded.error);
  }

  /** Sends a frame; a client that does not read is cut. */
  send(frame: Uint8Array): void {
    if (!this.#isOpen) return;
    const buffered = this.#socket.bufferedBytes();
    const max = this.#host.limits.maxBufferedBytes;
    if (buffered <= max) this.#answerBytes = 0;
    if (buffered > max + this.#answerBytes) return this.close('slow-reader');
    this.#socket.send(frame);
  }

  /** Sends the answer to a sync request, which may be larger than what may otherwise wait for a client. */
  sendAnswer(frames: readonly Uint8Array[]): void {
    if (!this.#isOpen) return;
    if (this.#socket.bufferedBytes() > this.#host.limits.maxBufferedBytes) return this.close('slow-reader');
    this.isReading = true;
    for (const frame of frames) {
      this.#answerBytes += frame.length;
      this.#socket.send(frame);
    }
  }

  /** Closes the connection with a named reason; `detail` is for the log and holds no content. */
  close(reason: CloseReason, detail = ''): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#socket.close(reason);
    this.#host.onLeave(this, reason, detail);
  }

  /** The connection is gone; nothing can be sent any more. */
  leave(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#host.onLeave(this, null, '');
  }

  /** Counts an awareness update against the rules; the session is closed when they are many. */
  strikeAwareness(): void {
    this.#awarenessStrikes += 1;
    if (this.#awarenessStrikes > this.#host.limits.awarenessStrikes) this.close('bad-awareness');
  }

  #handle(frame: ClientFrame): void {
    switch (frame.type) {
      case 'step1':
        if (frame.stateVector.length > this.#host.limits.maxFrameBytes / stateVectorPart)
          return this.close('undecodable-frame');
        if (!this.#syncRequests.take()) return this.close('too-many-sync-requests');
        return this.#host.onSyncRequest(this, frame.stateVector);
      case 'step2':
      case 'update':
        if (mayEdit(this.role)) return this.#host.onEdit(this, frame.update, frame.type === 'step2');
        this.ignoredEdits += 1;
        return;
      case 'awareness':
        return this.#host.onAwareness(this, frame.update);
      case 'queryAwareness':
        if (!this.#syncRequests.take()) return this.close('too-many-sync-requests');
        return this.#host.onAwarenessQuery(this);
      case 'command':
        // A plain y-websocket client could not read the answer.
        if (!this.wantsExtras) return this.close('unknown-message');
        if (!this.#commands.take()) return this.close('too-many-frames');
        return this.#host.onCommand(this, frame.envelope);
    }
  }
}
