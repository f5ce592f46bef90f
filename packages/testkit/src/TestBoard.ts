import type { BoardId, CloseReason, ParticipantId, Role } from '@common-ground/protocol';
import {
  Committer,
  Room,
  type EditGuard,
  type EditWitness,
  type RoomHooks,
  type RoomLimits,
  type Session,
} from '@common-ground/sync';
import type * as Y from 'yjs';
import { FakeClock } from './FakeClock.ts';
import { FakeSocket } from './FakeSocket.ts';
import { MemoryBoardStore } from './MemoryBoardStore.ts';
import { TestClient, type TestClientOptions } from './TestClient.ts';

/** A connection without a client behind it, for tests that write frames by hand. */
export interface RawConnection {
  readonly session: Session;
  readonly socket: FakeSocket;
}

/** How a test's board differs from the ordinary. */
export interface TestBoardOptions {
  readonly limits?: Partial<RoomLimits>;
  readonly hooks?: RoomHooks;
  readonly store?: MemoryBoardStore;
  readonly guardFor?: (doc: Y.Doc) => EditGuard;
  readonly witnessFor?: (doc: Y.Doc) => EditWitness;
}

/** More rounds of messages than any exchange needs. */
const maxRounds = 1_000;
/** Longer than a room's pauses between flushes and between awareness frames. */
const roundMs = 100;

/** A room with fakes at all its ports, and the clients of a test. */
export class TestBoard {
  readonly boardId = 'board' as BoardId;
  readonly clock = new FakeClock();
  readonly store: MemoryBoardStore;
  readonly committer: Committer;
  /** Sessions that ended, in order, and why. */
  readonly ended: { readonly participantId: ParticipantId; readonly reason: CloseReason | null }[] = [];
  /** What the room reported as nobody's fault. */
  readonly errors: { readonly error: unknown; readonly what: string }[] = [];
  readonly clients: TestClient[] = [];
  readonly #options: TestBoardOptions;
  #room: Room | null = null;

  private constructor(options: TestBoardOptions) {
    this.#options = options;
    this.store = options.store ?? new MemoryBoardStore();
    this.committer = new Committer({ store: this.store, clock: this.clock });
  }

  /** Makes a new board and loads it. */
  static async open(options: TestBoardOptions = {}): Promise<TestBoard> {
    const board = new TestBoard(options);
    if (options.store === undefined) board.store.createBoard(board.boardId);
    await board.load();
    return board;
  }

  get room(): Room {
    if (this.#room === null) throw new Error('The room is not loaded.');
    return this.#room;
  }

  /** Loads the room from the store, as after a restart of the server. */
  async load(): Promise<void> {
    this.#room = await Room.load({
      boardId: this.boardId,
      store: this.store,
      committer: this.committer,
      clock: this.clock,
      limits: this.#options.limits ?? {},
      guardFor: this.#options.guardFor,
      witnessFor: this.#options.witnessFor,
      hooks: {
        ...this.#options.hooks,
        onSessionEnd: (session, reason) => this.ended.push({ participantId: session.participantId, reason }),
        onError: (error, what) => this.errors.push({ error, what }),
      },
    });
  }

  /** Joins with nothing but a socket; a plain y-websocket client unless told otherwise. */
  join(name: string, options: { readonly role?: Role; readonly wantsExtras?: boolean } = {}): RawConnection {
    const socket = new FakeSocket();
    const session = this.room.join({
      participantId: name as ParticipantId,
      role: options.role ?? 'contributor',
      wantsExtras: options.wantsExtras ?? false,
      socket,
      board: { title: 'A board' },
    });
    if ('refused' in session) throw new Error(`The room refuses: ${session.refused}`);
    return { session, socket };
  }

  /** Brings a client onto the board and lets it sync. */
  async connect(name: string, options: Omit<TestClientOptions, 'name'> = {}): Promise<TestClient> {
    const client = new TestClient({ name, ...options });
    this.clients.push(client);
    client.connect(this.room);
    await this.settle();
    return client;
  }

  /** Delivers messages and lets time pass until nothing is under way any more. */
  async settle(): Promise<void> {
    for (let round = 0; round < maxRounds; round += 1) {
      for (const client of this.clients) {
        client.send();
        client.receive();
      }
      await this.clock.advanceAsync(roundMs);
      if (!this.clients.some((client) => client.hasTraffic)) return;
    }
    throw new Error('The board does not come to rest.');
  }

  /** Ends the clients' timers. */
  dispose(): void {
    for (const client of this.clients) client.destroy();
  }
}
