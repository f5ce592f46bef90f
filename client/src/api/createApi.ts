import {
  assetResponse,
  createBoardResponse,
  invitationResponse,
  joinResponse,
  launchResponse,
  linksSchema,
  ticketResponse,
  type AssetId,
  type BoardId,
  type BoardLinks,
  type CommandId,
  type PartnerColour,
  type Result,
  type TemplateOptions,
} from '@common-ground/protocol';
import type { z } from 'zod';
import type { ApiError } from './ApiError.ts';
import { request, type Fetch } from './request.ts';

/** A partner as a form names it; without a colour the server gives the next free one. */
export interface NamedPartner {
  readonly name: string;
  readonly colour?: PartnerColour;
}

/** What a new board is made from. */
export interface NewBoard {
  readonly title: string;
  readonly partners: readonly NamedPartner[];
  readonly templateId?: string;
  readonly templateOptions?: TemplateOptions;
}

/** What a link opens, before anybody joins. */
export type Invitation = z.infer<typeof invitationResponse>;

type Answer<T> = Promise<Result<T, ApiError>>;

/** The server's HTTP interface (docs/PROTOCOL.md), typed; every failure is a value. */
export interface Api {
  createBoard(board: NewBoard): Answer<z.infer<typeof createBoardResponse>>;
  invitation(boardId: BoardId, secret: string): Answer<Invitation>;
  join(
    boardId: BoardId,
    body: { secret: string; name: string; partner?: NamedPartner },
  ): Answer<z.infer<typeof joinResponse>>;
  ticket(boardId: BoardId, token: string): Answer<z.infer<typeof ticketResponse>>;
  /** Facilitators only. */
  links(boardId: BoardId, token: string): Answer<BoardLinks>;
  renameBoard(boardId: BoardId, token: string, title: string): Answer<void>;
  updateMe(
    boardId: BoardId,
    token: string,
    change: { name?: string; partner?: NamedPartner | null },
  ): Answer<void>;
  /** Lays out one more template; a retry with the same command id has no further effect. */
  launch(
    boardId: BoardId,
    token: string,
    launch: { commandId: CommandId; templateId: string; options?: TemplateOptions },
  ): Answer<z.infer<typeof launchResponse>>;
  uploadAsset(boardId: BoardId, token: string, image: Blob): Answer<z.infer<typeof assetResponse>>;
  /** Address of an image on a board; needs no token, the hash in the id is the key. */
  assetUrl(boardId: BoardId, assetId: AssetId): string;
}

/** Makes the {@link Api} over a `fetch`. */
export function createApi(fetch: Fetch): Api {
  return {
    createBoard: (body) =>
      request(fetch, { method: 'POST', path: '/api/boards', body, answer: createBoardResponse }),
    invitation: (boardId, secret) =>
      request(fetch, {
        method: 'POST',
        path: pathOf(boardId, '/invitation'),
        body: { secret },
        answer: invitationResponse,
      }),
    join: (boardId, body) =>
      request(fetch, { method: 'POST', path: pathOf(boardId, '/join'), body, answer: joinResponse }),
    ticket: (boardId, token) =>
      request(fetch, { method: 'POST', path: pathOf(boardId, '/ticket'), token, answer: ticketResponse }),
    links: (boardId, token) =>
      request(fetch, { method: 'GET', path: pathOf(boardId, '/links'), token, answer: linksSchema }),
    renameBoard: (boardId, token, title) =>
      request(fetch, { method: 'PATCH', path: pathOf(boardId, ''), token, body: { title }, answer: null }),
    updateMe: (boardId, token, body) =>
      request(fetch, { method: 'PATCH', path: pathOf(boardId, '/me'), token, body, answer: null }),
    launch: (boardId, token, body) =>
      request(fetch, {
        method: 'POST',
        path: pathOf(boardId, '/launches'),
        token,
        body,
        answer: launchResponse,
      }),
    uploadAsset: (boardId, token, body) =>
      request(fetch, {
        method: 'POST',
        path: pathOf(boardId, '/assets'),
        token,
        body,
        answer: assetResponse,
      }),
    assetUrl: (boardId, assetId) => pathOf(boardId, `/assets/${assetId}`),
  };
}

function pathOf(boardId: BoardId, rest: string): string {
  return `/api/boards/${boardId}${rest}`;
}
