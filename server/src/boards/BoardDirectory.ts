import type { BoardId, CommandId, Partner, PartnerColour, PartnerId, Role } from '@common-ground/protocol';
import type { NewLink } from '../access/LinkStore.ts';

/** What is known of a board besides its canvas. */
export interface BoardRecord {
  readonly id: BoardId;
  readonly title: string;
  /** In the order they were added. */
  readonly partners: readonly Partner[];
  /** Templates laid out on the board, newest first, each once. */
  readonly templateIds: readonly string[];
}

/** A board to be made, with its links, one a role. */
export interface NewBoard {
  readonly id: BoardId;
  readonly title: string;
  readonly partners: readonly Partner[];
  readonly links: Readonly<Record<Role, NewLink>>;
  /** Server time, ms. */
  readonly at: number;
}

/** A partner to be added; without a colour it gets the next free one. */
export interface NewPartner {
  readonly id: PartnerId;
  readonly name: string;
  readonly colour: PartnerColour | undefined;
}

/** Where a template was laid out on a board. */
export interface LaunchRecord {
  readonly commandId: CommandId;
  readonly templateId: string;
  /** tldraw page id. */
  readonly pageId: string;
  /** Page px. */
  readonly bounds: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
}

/**
 * Boards, their partners and the templates launched on them. Every method rejects when the storage fails; nothing of
 * a rejected call has happened. Contract: {@link boardDirectoryContract}.
 */
export interface BoardDirectory {
  /** Makes a board with its links and partners, all or nothing. */
  create(board: NewBoard): Promise<void>;
  find(boardId: BoardId): Promise<BoardRecord | null>;
  rename(boardId: BoardId, title: string): Promise<void>;
  /**
   * The partner of that name (compared as {@link partnerNameKey} does), added if it is not there; null when the board
   * has `maxPartners` others already.
   */
  ensurePartner(boardId: BoardId, partner: NewPartner, maxPartners: number): Promise<Partner | null>;
  /** Notes a launch; a second one of the same command changes nothing. */
  recordLaunch(boardId: BoardId, launch: LaunchRecord, at: number): Promise<void>;
  findLaunch(boardId: BoardId, commandId: CommandId): Promise<LaunchRecord | null>;
}
