import { createHash, createHmac } from 'node:crypto';
import type { BoardId, LinkId, ParticipantId } from '@common-ground/protocol';

/** Bytes of a link's secret: 128 bits cannot be guessed. */
const secretBytes = 16;

/**
 * The secret of a link, base64url of 128 bits. It derives from the server's key, so that a facilitator can see the
 * links again while the database holds only hashes, and a stolen database opens no board.
 */
export function deriveLinkSecret(serverKey: Uint8Array, linkId: LinkId): string {
  const digest = createHmac('sha256', serverKey).update(`link:${linkId}`).digest();
  return digest.subarray(0, secretBytes).toString('base64url');
}

/** The secret in the address of a person's feed of a board, base64url of 128 bits. */
export function deriveFeedKey(serverKey: Uint8Array, boardId: BoardId, participantId: ParticipantId): string {
  const digest = createHmac('sha256', serverKey).update(`feed:${boardId}:${participantId}`).digest();
  return digest.subarray(0, secretBytes).toString('base64url');
}

/** What the database holds of a secret: SHA-256. A secret is random, so it needs no salt and no slow hash. */
export function hashLinkSecret(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest();
}

/** The whole address of a link: the secret stands behind the `#`, which browsers send to no server. */
export function linkAddress(publicUrl: string, boardId: BoardId, secret: string): string {
  return `${publicUrl}/b/${boardId}#${secret}`;
}
