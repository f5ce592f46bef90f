import { protocolVersion, type ApiErrorCode, type BoardId, type CloseReason } from '@common-ground/protocol';
import type { Session } from '@common-ground/sync';
import type { FastifyBaseLogger } from 'fastify';
import type { RawData, WebSocket } from 'ws';
import type { ParticipantRecord } from '../access/ParticipantStore.ts';
import type { ServerContext } from '../ServerContext.ts';
import { FrameQueue } from './FrameQueue.ts';
import { keepAlive } from './keepAlive.ts';
import { WsSocket } from './WsSocket.ts';

/** Who opens a websocket, as checked before the upgrade. */
export interface Arrival {
  readonly boardId: BoardId;
  readonly participant: ParticipantRecord;
  /** What the client gave as `v`; null for a plain y-websocket client. */
  readonly version: string | null;
}

/** Frames held while a board is being loaded; a client sends three before it has an answer. */
const maxHeldFrames = 256;

/**
 * One websocket on its way into a room: holds what arrives while the board is being loaded, hands it to the session,
 * and tells the session when the connection is gone.
 */
export class Connection {
  readonly #context: ServerContext;
  readonly #arrival: Arrival;
  readonly #log: FastifyBaseLogger;
  readonly #socket: WsSocket;
  readonly #held: FrameQueue;
  #session: Session | null = null;
  #isReady = false;
  #isGone = false;

  /** Takes over a socket that was just opened. */
  static open(context: ServerContext, ws: WebSocket, arrival: Arrival, log: FastifyBaseLogger): void {
    const connection = new Connection(context, ws, arrival, log);
    connection.#listen(ws);
    keepAlive(ws, context.clock, context.config.limits);
    if (arrival.version !== null && arrival.version !== String(protocolVersion)) {
      connection.#end('client-too-old');
      return;
    }
    void connection.#enter();
  }

  private constructor(context: ServerContext, ws: WebSocket, arrival: Arrival, log: FastifyBaseLogger) {
    this.#context = context;
    this.#arrival = arrival;
    this.#log = log;
    this.#socket = new WsSocket(ws, context.traffic);
    this.#held = new FrameQueue(maxHeldFrames, 2 * context.config.limits.maxFrameBytes);
  }

  #listen(ws: WebSocket): void {
    const { traffic } = this.#context;
    traffic.connections += 1;
    // A frame against RFC 6455 is an 'error' here, and ws has closed the socket with its code already.
    ws.on('error', (error: Error & { code?: string }) => {
      traffic.endedBy('bad-websocket');
      this.#log.info({ code: error.code }, 'bad websocket');
    });
    ws.on('message', (data, isBinary) => this.#receive(data, isBinary));
    ws.on('close', () => {
      traffic.connections -= 1;
      this.#isGone = true;
      this.#held.drain();
      this.#session?.leave();
    });
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (this.#isGone) return;
    if (!isBinary) return this.#end('text-frame');
    // With ws's default binaryType a message is one Buffer.
    const frame = data as Buffer;
    this.#context.traffic.received(frame);
    if (this.#isReady) this.#session?.receive(frame);
    else if (!this.#held.push(frame)) this.#end('too-many-frames');
  }

  async #enter(): Promise<void> {
    const { live } = this.#context;
    const { boardId, participant, version } = this.#arrival;
    try {
      const joined = await live.join(boardId, {
        participantId: participant.id,
        role: participant.role,
        wantsExtras: version !== null,
        socket: this.#socket,
      });
      if ('refused' in joined) return this.#end(joined.refused);
      this.#session = joined;
      if (this.#isGone) return joined.leave();
      if (await this.#isStillAdmitted()) this.#start(joined);
    } catch (error) {
      this.#log.error({ err: error, boardId }, 'a board could not be opened');
      this.#end(live.isClosing ? 'restarting' : 'server-trouble');
    }
  }

  /** Rights may have changed while the board was loading, when nobody could have cut this connection off. */
  async #isStillAdmitted(): Promise<boolean> {
    const { boardId, participant } = this.#arrival;
    const admitted = await this.#context.gatekeeper.admit(boardId, participant.id);
    if (admitted.ok) {
      this.#context.live.setRole(boardId, admitted.value);
      return true;
    }
    this.#end(closeReasonFor(admitted.error));
    return false;
  }

  #start(session: Session): void {
    this.#isReady = true;
    for (const frame of this.#held.drain()) session.receive(frame);
  }

  #end(reason: CloseReason): void {
    this.#isGone = true;
    this.#held.drain();
    if (this.#session) this.#session.close(reason);
    else this.#socket.close(reason);
  }
}

/** Why somebody who was let in a moment ago is not any more. */
function closeReasonFor(refusal: ApiErrorCode): CloseReason {
  if (refusal === 'removed') return 'removed';
  return refusal === 'link_withdrawn' ? 'link-withdrawn' : 'link-revoked';
}
