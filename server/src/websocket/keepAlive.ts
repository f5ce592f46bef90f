import { messageType } from '@common-ground/protocol';
import type { Clock } from '@common-ground/sync';
import type { WebSocket } from 'ws';

/** What a socket needs of a connection to be kept alive. */
export type PingedSocket = Pick<WebSocket, 'on' | 'ping' | 'send' | 'terminate' | 'readyState'>;

/** An awareness update about nobody: `1 • length 1 • 0 clients`. */
const emptyAwarenessFrame = Uint8Array.of(messageType.awareness, 1, 0);

/**
 * Pings a connection and ends it when nothing comes back, so that somebody who lost the network is gone within
 * `silenceMs` and one more ping. With each ping goes an empty frame: a y-websocket client reconnects when it received no
 * message for 30 s, and a ping is none.
 */
export function keepAlive(
  ws: PingedSocket,
  clock: Clock,
  { pingEveryMs, silenceMs }: { readonly pingEveryMs: number; readonly silenceMs: number },
): void {
  let lastHeardAt = clock.now();
  const hear = (): void => {
    lastHeardAt = clock.now();
  };
  let cancel = clock.after(pingEveryMs, beat);
  ws.on('pong', hear);
  ws.on('message', hear);
  ws.on('close', () => cancel());

  function beat(): void {
    if (clock.now() - lastHeardAt > silenceMs) return ws.terminate();
    if (ws.readyState === OPEN) {
      ws.ping();
      ws.send(emptyAwarenessFrame);
    }
    cancel = clock.after(pingEveryMs, beat);
  }
}

/** `WebSocket.OPEN` of the standard. */
const OPEN = 1;
