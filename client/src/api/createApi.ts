import {
  assetResponse,
  boardTemplatesResponse,
  createBoardResponse,
  invitationResponse,
  joinResponse,
  launchResponse,
  linkProtectionResponse,
  openLinksSchema,
  ownTemplatesResponse,
  savedTemplateSchema,
  ticketResponse,
  type AssetId,
  type BoardId,
  type CommandId,
  type OpenLinks,
  type PartnerColour,
  type Result,
  type Role,
  type TemplateOptions,
  type WithdrawableRole,
} from '@common-ground/protocol';
import type { z } from 'zod';
import type { ApiError } from './ApiError.ts';
import { createFeedsApi, type FeedsApi } from './feedsApi.ts';
import { request, type Fetch } from './request.ts';
import type { FetchWithProgress } from './xhrFetch.ts';

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

/** How the links are protected, by role. */
export type LinkProtection = z.infer<typeof linkProtectionResponse>;

/** What changes about a link's protection: what is left out stays, null takes it away. */
export interface LinkProtectionChange {
  /** Server time, ms, from when nobody joins by it any more. */
  readonly expiresAt?: number | null;
  readonly password?: string | null;
}

/** What a link opens, before anybody joins. */
export type Invitation = z.infer<typeof invitationResponse>;

type Answer<T> = Promise<Result<T, ApiError>>;

/** The server's HTTP interface (docs/PROTOCOL.md), typed; every failure is a value. */
export interface Api extends FeedsApi {
  createBoard(board: NewBoard): Answer<z.infer<typeof createBoardResponse>>;
  /** With the token of an earlier visit, no password is asked for. */
  invitation(
    boardId: BoardId,
    link: { secret: string; password?: string },
    token?: string | null,
  ): Answer<Invitation>;
  /** With the token of an earlier visit, the same participant comes back. */
  join(
    boardId: BoardId,
    body: { secret: string; password?: string; name: string; partner?: NamedPartner },
    token?: string | null,
  ): Answer<z.infer<typeof joinResponse>>;
  ticket(boardId: BoardId, token: string): Answer<z.infer<typeof ticketResponse>>;
  /** Facilitators only, as all about links. */
  links(boardId: BoardId, token: string): Answer<OpenLinks>;
  linkProtection(boardId: BoardId, token: string): Answer<LinkProtection>;
  protectLink(boardId: BoardId, token: string, role: Role, change: LinkProtectionChange): Answer<void>;
  /** Makes a new link for the role and cuts off everybody else who came by the old one. */
  renewLink(boardId: BoardId, token: string, role: Role): Answer<OpenLinks>;
  /** Cuts off everybody else who came by the role's link, and makes none in its place. */
  withdrawLink(boardId: BoardId, token: string, role: WithdrawableRole): Answer<void>;
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
  /** The board that follows a board: same partners and template, open actions, the trend. */
  createSuccessor(
    boardId: BoardId,
    token: string,
    title: string,
  ): Answer<z.infer<typeof createBoardResponse>>;
  /** Templates that facilitators made on this server; what is in them is not checked yet. */
  ownTemplates(): Answer<z.infer<typeof ownTemplatesResponse>>;
  /** Which of them were saved from a board: its facilitators may delete these. */
  boardTemplates(boardId: BoardId, token: string): Answer<z.infer<typeof boardTemplatesResponse>>;
  saveTemplate(
    boardId: BoardId,
    token: string,
    body: { commandId: CommandId; template: unknown },
  ): Answer<z.infer<typeof savedTemplateSchema>>;
  removeTemplate(boardId: BoardId, token: string, templateId: string): Answer<void>;
  uploadAsset(
    boardId: BoardId,
    token: string,
    image: Blob,
    options?: UploadOptions,
  ): Answer<z.infer<typeof assetResponse>>;
  /** Address of an image on a board; needs no token, the hash in the id is the key. */
  assetUrl(boardId: BoardId, assetId: AssetId): string;
}

/** What whoever uploads may want. */
export interface UploadOptions {
  /** Told what part (0 to 1) has been sent. */
  readonly onProgress?: (sentPart: number) => void;
  /** Calls the upload off. */
  readonly signal?: AbortSignal;
}

/** Makes the {@link Api} over a `fetch`, and over one with progress for uploads. */
export function createApi(fetch: Fetch, fetchWithProgress: FetchWithProgress = () => fetch): Api {
  return {
    createBoard: (body) =>
      request(fetch, { method: 'POST', path: '/api/boards', body, answer: createBoardResponse }),
    invitation: (boardId, body, token) =>
      request(fetch, {
        method: 'POST',
        path: pathOf(boardId, '/invitation'),
        body,
        answer: invitationResponse,
        ...tokenIn(token),
      }),
    join: (boardId, body, token) =>
      request(fetch, {
        method: 'POST',
        path: pathOf(boardId, '/join'),
        body,
        answer: joinResponse,
        ...tokenIn(token),
      }),
    ticket: (boardId, token) =>
      request(fetch, { method: 'POST', path: pathOf(boardId, '/ticket'), token, answer: ticketResponse }),
    ...linksApi(fetch),
    createSuccessor: (boardId, token, title) =>
      request(fetch, {
        method: 'POST',
        path: pathOf(boardId, '/successors'),
        token,
        body: { title },
        answer: createBoardResponse,
      }),
    ...templatesApi(fetch),
    ...createFeedsApi(fetch),
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
    uploadAsset: (boardId, token, body, { onProgress = () => undefined, signal } = {}) =>
      request(fetchWithProgress(onProgress), {
        method: 'POST',
        path: pathOf(boardId, '/assets'),
        token,
        body,
        ...(signal && { signal }),
        answer: assetResponse,
      }),
    assetUrl: (boardId, assetId) => pathOf(boardId, `/assets/${assetId}`),
  };
}

function linksApi(
  fetch: Fetch,
): Pick<Api, 'links' | 'linkProtection' | 'protectLink' | 'renewLink' | 'withdrawLink'> {
  return {
    links: (boardId, token) =>
      request(fetch, { method: 'GET', path: linkPath(boardId, ''), token, answer: openLinksSchema }),
    linkProtection: (boardId, token) =>
      request(fetch, {
        method: 'GET',
        path: linkPath(boardId, '/protection'),
        token,
        answer: linkProtectionResponse,
      }),
    protectLink: (boardId, token, role, body) =>
      request(fetch, { method: 'PATCH', path: linkPath(boardId, `/${role}`), token, body, answer: null }),
    renewLink: (boardId, token, role) =>
      request(fetch, {
        method: 'POST',
        path: linkPath(boardId, `/${role}/renew`),
        token,
        answer: openLinksSchema,
      }),
    withdrawLink: (boardId, token, role) =>
      request(fetch, { method: 'DELETE', path: linkPath(boardId, `/${role}`), token, answer: null }),
  };
}

function templatesApi(
  fetch: Fetch,
): Pick<Api, 'ownTemplates' | 'boardTemplates' | 'saveTemplate' | 'removeTemplate'> {
  return {
    ownTemplates: () =>
      request(fetch, { method: 'GET', path: '/api/templates/own', answer: ownTemplatesResponse }),
    boardTemplates: (boardId, token) =>
      request(fetch, {
        method: 'GET',
        path: pathOf(boardId, '/templates'),
        token,
        answer: boardTemplatesResponse,
      }),
    saveTemplate: (boardId, token, body) =>
      request(fetch, {
        method: 'POST',
        path: pathOf(boardId, '/templates'),
        token,
        body,
        answer: savedTemplateSchema,
      }),
    removeTemplate: (boardId, token, templateId) =>
      request(fetch, {
        method: 'DELETE',
        path: pathOf(boardId, `/templates/${templateId}`),
        token,
        answer: null,
      }),
  };
}

function linkPath(boardId: BoardId, rest: string): string {
  return pathOf(boardId, `/links${rest}`);
}

function tokenIn(token: string | null | undefined): { token?: string } {
  return token ? { token } : {};
}

function pathOf(boardId: BoardId, rest: string): string {
  return `/api/boards/${boardId}${rest}`;
}
