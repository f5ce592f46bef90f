import {
  encodeCommand,
  protocolVersion,
  type CommandId,
  type ParticipantId,
  type Result,
  type Role,
  type ServerMessage,
} from '@common-ground/protocol';
import {
  commandResultSchema,
  ephemeralSchema,
  refusalSchema,
  workshopViewSchema,
  type Command,
  type CommandResult,
  type Ephemeral,
  type Refusal,
  type WorkshopView,
} from '@common-ground/workshop';
import { step1Frame } from './frames.ts';
import { RawSocket } from './RawSocket.ts';
import { Visitor, type CreatedBoard } from './visit.ts';

type Answer = Result<CommandResult, Refusal>;

/** Somebody in a workshop, by raw frames: gives commands, and keeps every view, answer and sign that comes. */
export class WorkshopClient {
  readonly visitor: Visitor;
  socket: RawSocket;
  #commands = 0;

  /** Joins a board and connects. */
  static async join(
    server: Visitor['server'],
    board: CreatedBoard,
    role: Role,
    more: { readonly name?: string; readonly partner?: string } = {},
  ): Promise<WorkshopClient> {
    return WorkshopClient.connect(await Visitor.join(server, board, role, more));
  }

  /** Connects somebody who has joined. */
  static async connect(visitor: Visitor): Promise<WorkshopClient> {
    return new WorkshopClient(visitor, await openSocket(visitor));
  }

  private constructor(visitor: Visitor, socket: RawSocket) {
    this.visitor = visitor;
    this.socket = socket;
  }

  get id(): ParticipantId {
    return this.visitor.participantId;
  }

  /** Drops the connection and opens another one. */
  async reconnect(): Promise<void> {
    this.socket.close();
    await this.socket.closed;
    this.socket = await openSocket(this.visitor);
  }

  /** Every view that came over this connection, oldest first. Throws for one that is none. */
  get views(): readonly WorkshopView[] {
    return this.#messages('workshop').map(({ view }) => workshopViewSchema.parse(view));
  }

  get signs(): readonly Ephemeral[] {
    return this.#messages('ephemeral').map(({ sign }) => ephemeralSchema.parse(sign));
  }

  /** The first view from now on, or the latest, that satisfies the condition. */
  async sees(condition: (view: WorkshopView) => boolean): Promise<WorkshopView> {
    await this.socket.until(() => this.#latest !== null && condition(this.#latest));
    if (this.#latest === null) throw new Error('No view came.');
    return this.#latest;
  }

  /** Gives a command and waits for its answer. */
  async give(command: Command, commandId = this.newCommandId()): Promise<Answer> {
    return this.giveRaw(command, commandId);
  }

  /** Gives something that may be no command, and waits for its answer. */
  async giveRaw(command: unknown, commandId = this.newCommandId()): Promise<Answer> {
    const before = this.#answersTo(commandId).length;
    this.socket.send(encodeCommand({ commandId, command }));
    await this.socket.until(() => this.#answersTo(commandId).length > before);
    return parseAnswer(this.#answersTo(commandId).at(-1));
  }

  /** Gives a command that is carried out. */
  async do(command: Command, commandId?: CommandId): Promise<CommandResult> {
    const answer = await this.give(command, commandId);
    if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.error.message}`);
    return answer.value;
  }

  newCommandId(): CommandId {
    this.#commands += 1;
    return `${this.id}-${this.#commands}` as CommandId;
  }

  close(): void {
    this.socket.close();
  }

  get #latest(): WorkshopView | null {
    const last = this.#messages('workshop').at(-1);
    return last === undefined ? null : workshopViewSchema.parse(last.view);
  }

  #answersTo(commandId: CommandId): unknown[] {
    return this.#messages('commandResult')
      .filter(({ answer }) => answer.commandId === commandId)
      .map(({ answer }) => answer.result);
  }

  #messages<T extends ServerMessage['type']>(type: T): Extract<ServerMessage, { type: T }>[] {
    return this.socket.messages.filter(
      (message): message is Extract<ServerMessage, { type: T }> => message.type === type,
    );
  }
}

async function openSocket(visitor: Visitor): Promise<RawSocket> {
  const socket = await RawSocket.open(await visitor.syncAddress({ v: String(protocolVersion) }));
  socket.send(step1Frame());
  return socket;
}

function parseAnswer(value: unknown): Answer {
  const answer = value as { readonly ok: boolean; readonly value?: unknown; readonly error?: unknown };
  return answer.ok
    ? { ok: true, value: commandResultSchema.parse(answer.value) }
    : { ok: false, error: refusalSchema.parse(answer.error) };
}
