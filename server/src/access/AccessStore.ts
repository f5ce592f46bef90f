import type { BoardId, LinkId, ParticipantId, PartnerId, Role } from '@common-ground/protocol';

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
}

/** A person on a board. */
export interface ParticipantRecord {
  readonly id: ParticipantId;
  readonly name: string;
  readonly partnerId: PartnerId | null;
  readonly role: Role;
  /** The link this person came by. */
  readonly linkId: LinkId;
  /** Server time, ms. */
  readonly joinedAt: number;
  /** When a facilitator removed this person, server time in ms; null for people who may take part. */
  readonly removedAt: number | null;
}

/**
 * Who may come onto a board, and who did. Every method rejects when the storage fails; nothing of a rejected call
 * has happened. Contract: {@link accessStoreContract}.
 */
export interface AccessStore {
  /** The link whose secret has this hash, also a revoked one; null if the board or the secret is unknown. */
  findLink(boardId: BoardId, secretHash: Uint8Array): Promise<LinkRecord | null>;
  /** The board's links that are good now, one a role. */
  openLinks(boardId: BoardId): Promise<readonly LinkRecord[]>;
  /** Revokes the role's link and puts the new one in its place; answers the revoked one's id, null for an unknown board. */
  renewLink(boardId: BoardId, renewal: LinkRenewal): Promise<LinkId | null>;
  /** A participant, and whether their link was revoked since they came. */
  findParticipant(
    boardId: BoardId,
    participantId: ParticipantId,
  ): Promise<{ readonly participant: ParticipantRecord; readonly linkRevoked: boolean } | null>;
  /** Everybody who ever joined, in that order. */
  participants(boardId: BoardId): Promise<readonly ParticipantRecord[]>;
  /** Adds a participant, or replaces the one of the same id. */
  saveParticipant(boardId: BoardId, participant: ParticipantRecord): Promise<void>;
}
