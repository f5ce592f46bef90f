/** A string that only its own parser or maker hands out, so that ids of different things cannot be swapped. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };

/** A board; `[A-Za-z0-9_-]{1,64}`, made by the server. */
export type BoardId = Brand<string, 'BoardId'>;
/** A person on one board; made by the server at joining. */
export type ParticipantId = Brand<string, 'ParticipantId'>;
/** An organisation on one board. */
export type PartnerId = Brand<string, 'PartnerId'>;
/** A capability link; names the link, is not its secret. */
export type LinkId = Brand<string, 'LinkId'>;
/** An uploaded file: the SHA-256 of its bytes in hex, a dot, and its extension. */
export type AssetId = Brand<string, 'AssetId'>;
/** One intention of one client: a retry carries the same id and has no further effect. */
export type CommandId = Brand<string, 'CommandId'>;

/** A kept moment of a board. */
export type SnapshotId = Brand<string, 'SnapshotId'>;
/** A thread of comments. */
export type ThreadId = Brand<string, 'ThreadId'>;
/** One comment. */
export type CommentId = Brand<string, 'CommentId'>;

const plainId = /^[A-Za-z0-9_-]{1,64}$/;
const assetId = /^[0-9a-f]{64}\.(png|jpg|gif|webp|avif)$/;

/** Whether a string can be the id of a board, participant, partner, link, command, snapshot, thread or comment. */
export function isPlainId(value: unknown): value is string {
  return typeof value === 'string' && plainId.test(value);
}

/** A board id, or null when the string cannot be one (answer 404 without touching the disk). */
export function parseBoardId(value: unknown): BoardId | null {
  return isPlainId(value) ? (value as BoardId) : null;
}

/** An asset id, or null when the string cannot be one. */
export function parseAssetId(value: unknown): AssetId | null {
  return typeof value === 'string' && assetId.test(value) ? (value as AssetId) : null;
}
