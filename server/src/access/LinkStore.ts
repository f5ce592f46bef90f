import type { BoardId, LinkId, ParticipantId, Role } from '@common-ground/protocol';

/** A link to be kept: only the hash of its secret. */
export interface NewLink {
  readonly id: LinkId;
  /** SHA-256 of the secret. */
  readonly secretHash: Uint8Array;
}

/** A new link for a role, in place of its old one. */
export interface LinkRenewal {
  readonly role: Role;
  readonly link: NewLink;
  /** Server time, ms. */
  readonly at: number;
  /** Who renews: if this person came by the old link, they are moved to the new one, so as not to lock themselves out. */
  readonly by: ParticipantId;
}

/** The end of a role's link, with none in its place. */
export interface LinkWithdrawal {
  /** Those who lead always have a way in: their link can be renewed, not withdrawn. */
  readonly role: Exclude<Role, 'facilitator'>;
  /** Server time, ms. */
  readonly at: number;
  /** Who withdraws: if this person came by that link, they are moved to the facilitators', so as not to lock themselves out. */
  readonly by: ParticipantId;
}

/** Whether a link is good; if not, whether another one of its role is. */
export type LinkState = 'open' | 'replaced' | 'withdrawn';

/** A capability link of a board. */
export interface LinkRecord {
  readonly id: LinkId;
  readonly role: Role;
  readonly state: LinkState;
  /** From when nobody can join by it any more, server time in ms; null for never. */
  readonly expiresAt: number | null;
  /** Of the password it asks for; null for none. */
  readonly passwordHash: Uint8Array | null;
}

/** How a link is protected; what is left out stays. */
export type LinkProtection = Partial<Pick<LinkRecord, 'expiresAt' | 'passwordHash'>>;

/**
 * The links of boards; they are made with their board. Every method rejects when the storage fails; nothing of a rejected
 * call has happened. Contract: {@link linkStoreContract}.
 */
export interface LinkStore {
  /** The link whose secret has this hash, also one that is not good any more; null if the board or the secret is unknown. */
  find(boardId: BoardId, secretHash: Uint8Array): Promise<LinkRecord | null>;
  /** The board's links that are good now, at most one a role. */
  listOpen(boardId: BoardId): Promise<readonly LinkRecord[]>;
  /** Changes how the role's open link is protected; false when there is none. */
  protect(boardId: BoardId, role: Role, protection: LinkProtection): Promise<boolean>;
  /** Adds a link for a role that never had one on this board; changes nothing where there is one, also a revoked one. */
  supply(boardId: BoardId, supplied: Omit<LinkRenewal, 'by'>): Promise<void>;
  /**
   * Makes a new link for the role, in place of the open one if there is one: with its password, without its end. Answers the
   * replaced one's id; null for an unknown board.
   */
  renew(boardId: BoardId, renewal: LinkRenewal): Promise<{ readonly replaced: LinkId | null } | null>;
  /** Ends the role's link; answers its id, null when none was open. */
  withdraw(boardId: BoardId, withdrawal: LinkWithdrawal): Promise<LinkId | null>;
}
