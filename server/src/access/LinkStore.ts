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

/** A capability link of a board. */
export interface LinkRecord {
  readonly id: LinkId;
  readonly role: Role;
  readonly revoked: boolean;
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
  /** The link whose secret has this hash, also a revoked one; null if the board or the secret is unknown. */
  find(boardId: BoardId, secretHash: Uint8Array): Promise<LinkRecord | null>;
  /** The board's links that are good now, one a role. */
  listOpen(boardId: BoardId): Promise<readonly LinkRecord[]>;
  /** Changes how the role's open link is protected; false for an unknown board. */
  protect(boardId: BoardId, role: Role, protection: LinkProtection): Promise<boolean>;
  /** Adds a link for a role that never had one on this board; changes nothing where there is one, also a revoked one. */
  supply(boardId: BoardId, supplied: Omit<LinkRenewal, 'by'>): Promise<void>;
  /** Revokes the role's link and puts the new one in its place, with the same password and without an end; answers the revoked one's id, null for an unknown board. */
  renew(boardId: BoardId, renewal: LinkRenewal): Promise<LinkId | null>;
}
