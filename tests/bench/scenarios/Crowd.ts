import { until } from '../generator/pausing.ts';
import { RawClient } from '../generator/RawClient.ts';
import type { BoardHandle, RunningTarget } from '../targets/Target.ts';
import { inPieces, type Wire } from '../wires/Wire.ts';

/** Who comes to a board. */
export interface CrowdOptions {
  readonly target: RunningTarget;
  readonly board: BoardHandle;
  readonly count: number;
  /** Number of the first client; the others count on from it. */
  readonly first?: number;
  /** How many connect at the same time; all, if left out. */
  readonly atOnce?: number;
  readonly keptBytes?: number;
  /** The place of the client in the crowd, and what it received; the memory is used again after the call. */
  onMessage?(index: number, message: Buffer): void;
}

const boardWithinMs = 60_000;
/** As often as tldraw's client does; the others need it less. */
const keepAliveEveryMs = 5_000;

/** Clients on one board. */
export class Crowd {
  readonly clients: readonly RawClient[];
  readonly wire: Wire;
  readonly #keepAlive: NodeJS.Timeout;

  /** Lets clients in and connects them; resolves when each has the board. */
  static async join(options: CrowdOptions): Promise<Crowd> {
    const { board, count, target } = options;
    return Crowd.joinBy(await target.addressesOf(board, count), options);
  }

  /** The same with addresses that were fetched before. */
  static async joinBy(addresses: readonly string[], options: CrowdOptions): Promise<Crowd> {
    const { atOnce = addresses.length, board, target } = options;
    const wire = target.wireOf(board);
    const clients: RawClient[] = [];
    for (const piece of inPieces([...addresses.entries()], atOnce)) {
      const joining = piece.map(([index, path]) => joinOne(wire, path, index, options));
      clients.push(...(await Promise.all(joining)));
    }
    return new Crowd(wire, clients);
  }

  private constructor(wire: Wire, clients: readonly RawClient[]) {
    this.wire = wire;
    this.clients = clients;
    this.#keepAlive = setInterval(() => {
      for (const client of clients) client.send(wire.keepAlive);
    }, keepAliveEveryMs).unref();
  }

  client(index: number): RawClient {
    const client = this.clients[index];
    if (client === undefined) throw new Error(`There is no client ${index}.`);
    return client;
  }

  /** Why servers cut clients off. */
  get endings(): string[] {
    return this.clients.flatMap(({ endedBy }) => (endedBy === null ? [] : [endedBy]));
  }

  leave(): void {
    clearInterval(this.#keepAlive);
    for (const client of this.clients) client.close();
  }
}

async function joinOne(wire: Wire, path: string, index: number, options: CrowdOptions): Promise<RawClient> {
  let hasBoard = false;
  const client = await RawClient.open({
    port: options.target.port,
    path,
    ...(options.keptBytes !== undefined && { keptBytes: options.keptBytes }),
    onMessage: (message) => {
      hasBoard ||= wire.isBoard(message);
      options.onMessage?.(index, message);
    },
  });
  for (const frame of wire.hello((options.first ?? 0) + index)) client.send(frame);
  await until(() => hasBoard || client.endedBy !== null, boardWithinMs);
  if (!hasBoard) throw new Error(`A client did not get the board. ${client.endedBy ?? ''}`);
  return client;
}
