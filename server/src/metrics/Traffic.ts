import type { CloseReason } from '@common-ground/protocol';

/**
 * Counts what passes through the websockets. Plain numbers, because a busy board passes many thousand frames a second:
 * {@link Metrics} reads them when somebody asks.
 */
export class Traffic {
  connections = 0;
  framesIn = 0;
  bytesIn = 0;
  framesOut = 0;
  bytesOut = 0;
  /** Connections that the server ended, by its reason; `bad-websocket` for what broke the rules of websockets themselves. */
  readonly ended = new Map<CloseReason | 'bad-websocket', number>();

  received(frame: Uint8Array): void {
    this.framesIn += 1;
    this.bytesIn += frame.length;
  }

  sent(frame: Uint8Array): void {
    this.framesOut += 1;
    this.bytesOut += frame.length;
  }

  endedBy(reason: CloseReason | 'bad-websocket'): void {
    this.ended.set(reason, (this.ended.get(reason) ?? 0) + 1);
  }
}
