import type { BoardChange, BoardId, ParticipantId, Role } from '@common-ground/protocol';
import type { TestServer } from './startServer.ts';

/** A board, as whoever created it got it. */
export interface CreatedBoard {
  readonly boardId: BoardId;
  readonly links: Readonly<Record<Role, string>>;
}

/** An answer of the HTTP interface. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; null if there is none. */
  readonly body: Record<string, unknown> | null;
}

/** A call of the HTTP interface. */
export interface Call {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE' | 'PUT';
  readonly token?: string | null;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Makes one call and reads the answer, whatever its status. */
export async function call(
  server: Pick<TestServer, 'url'>,
  path: string,
  options: Call = {},
): Promise<Answer> {
  const { bytes, headers, json, token } = options;
  const body = json === undefined ? bytes : JSON.stringify(json);
  const response = await fetch(`${server.url}${path}`, {
    method: options.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text ? (JSON.parse(text) as Record<string, unknown>) : null,
  };
}

/** Creates a board; throws when the server refuses. */
export async function createBoard(
  server: Pick<TestServer, 'url'>,
  json: Readonly<Record<string, unknown>> = { title: 'A board' },
): Promise<CreatedBoard> {
  const answer = await call(server, '/api/boards', { json });
  if (answer.status !== 201) throw new Error(`The board was not created: ${JSON.stringify(answer.body)}`);
  return answer.body as unknown as CreatedBoard;
}

/** The secret in a link. */
export function secretOf(link: string): string {
  return new URL(link).hash.slice(1);
}

/** Somebody who has joined a board, and what they do over HTTP. */
export class Visitor {
  readonly server: Pick<TestServer, 'url' | 'syncUrl'>;
  readonly boardId: BoardId;
  readonly participantId: ParticipantId;
  readonly role: Role;
  readonly token: string;

  /** Joins by the board's link for the role. */
  static async join(
    server: Pick<TestServer, 'url' | 'syncUrl'>,
    board: CreatedBoard,
    role: Role,
    more: { readonly name?: string; readonly partner?: unknown; readonly token?: string } = {},
  ): Promise<Visitor> {
    const { token, ...named } = more;
    const { status, body } = await call(server, `/api/boards/${board.boardId}/join`, {
      json: { name: role, ...named, secret: secretOf(board.links[role]) },
      token: token ?? null,
    });
    if (status !== 200) throw new Error(`Joining was refused: ${JSON.stringify(body)}`);
    return new Visitor(server, board.boardId, body as unknown as Joined);
  }

  constructor(server: Pick<TestServer, 'url' | 'syncUrl'>, boardId: BoardId, joined: Joined) {
    this.server = server;
    this.boardId = boardId;
    this.participantId = joined.participantId;
    this.role = joined.role;
    this.token = joined.token;
  }

  /** A call below the board's address, with this visitor's token. */
  call(path: string, options: Call = {}): Promise<Answer> {
    return call(this.server, `/api/boards/${this.boardId}${path}`, { token: this.token, ...options });
  }

  /** What the server tells of the board; throws when it refuses. */
  async board(): Promise<WholeBoard> {
    const { status, body } = await this.call('');
    if (status !== 200) throw new Error(`The board is not shown: ${JSON.stringify(body)}`);
    return body as unknown as WholeBoard;
  }

  /** A ticket for one websocket; throws when the server refuses. */
  async ticket(): Promise<string> {
    const { status, body } = await this.call('/ticket', { method: 'POST' });
    if (status !== 200) throw new Error(`No ticket: ${JSON.stringify(body)}`);
    return String(body?.['ticket']);
  }

  /** The address of a websocket with a fresh ticket. */
  async syncAddress(query: Readonly<Record<string, string>> = {}): Promise<string> {
    const parameters = new URLSearchParams({ ticket: await this.ticket(), ...query });
    return `${this.server.syncUrl}/${this.boardId}?${parameters.toString()}`;
  }
}

type WholeBoard = { readonly [Part in keyof BoardChange]-?: NonNullable<BoardChange[Part]> };

interface Joined {
  readonly participantId: ParticipantId;
  readonly role: Role;
  readonly token: string;
}
