import type { Result } from '@common-ground/protocol';
import type { ApiError } from '../../api/ApiError.ts';

/** What a ticketed socket asks and tells. */
export interface TicketedSocketHost {
  /** A fresh ticket for one connection. */
  ticket(): Promise<Result<string, ApiError>>;
  /** No ticket was given; the socket closes as if the network were away. */
  onRefused(error: ApiError): void;
  /** A frame goes out. */
  onSend(frame: Uint8Array): void;
}

type Handler<E> = ((event: E) => void) | null;

/**
 * A WebSocket class for y-websocket's provider that fetches a one-time ticket before it opens: the address of a
 * lasting secret would stand in every proxy's log. Until the ticket is there it is a socket that is connecting.
 */
export function ticketedSocketClass(host: TicketedSocketHost): typeof WebSocket {
  class TicketedSocket {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;
    readonly OPEN = 1;
    binaryType: BinaryType = 'arraybuffer';
    onopen: Handler<Event> = null;
    onmessage: Handler<MessageEvent> = null;
    onclose: Handler<CloseEvent> = null;
    onerror: Handler<Event> = null;
    private socket: WebSocket | null = null;
    private isClosed = false;

    constructor(url: string) {
      void this.open(url);
    }

    get readyState(): number {
      if (this.isClosed) return TicketedSocket.CLOSED;
      return this.socket?.readyState ?? TicketedSocket.CONNECTING;
    }

    send(frame: Uint8Array<ArrayBuffer>): void {
      host.onSend(frame);
      this.socket?.send(frame);
    }

    close(): void {
      this.isClosed = true;
      this.socket?.close();
    }

    private async open(url: string): Promise<void> {
      const ticket = await host.ticket();
      if (this.isClosed) return;
      if (!ticket.ok) {
        this.isClosed = true;
        host.onRefused(ticket.error);
        this.onclose?.(new CloseEvent('close', { code: 1006 }));
        return;
      }
      const address = new URL(url);
      address.searchParams.set('ticket', ticket.value);
      const socket = new WebSocket(address);
      this.socket = socket;
      socket.binaryType = this.binaryType;
      socket.addEventListener('open', (event) => this.onopen?.(event));
      socket.addEventListener('message', (event) => this.onmessage?.(event));
      socket.addEventListener('close', (event) => this.onclose?.(event));
      socket.addEventListener('error', (event) => this.onerror?.(event));
    }
  }
  return TicketedSocket as unknown as typeof WebSocket;
}
