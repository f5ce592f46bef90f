import type { CloseReason } from '@common-ground/protocol';

/** One connection's outgoing side. Never throws: sending on a closed socket is silently nothing. */
export interface Socket {
  send(frame: Uint8Array): void;
  /** Closes with the code of the reason and the reason's key as text. */
  close(reason: CloseReason): void;
  /** Bytes accepted by `send` that the network has not taken yet. */
  bufferedBytes(): number;
}
