import { isPlainId, type ParticipantId } from '@common-ground/protocol';

/** Who did something and when; null where nobody knows or nobody is to know (anonymous steps). */
export interface Attribution {
  readonly by: ParticipantId | null;
  /** ms since 1970. */
  readonly at: number | null;
}

type Meta = Readonly<Record<string, unknown>>;

/** Meta keys that say who and when; they are no content. */
const attributionKeys: ReadonlySet<string> = new Set([
  'by',
  'at',
  'createdBy',
  'createdAt',
  'changedBy',
  'changedAt',
]);

/** Further changes by the same person within this time leave the stamp: each stamp stays in the document for ever. */
const stampEveryMs = 60_000;

/** Whether a key of a record's meta says who or when rather than what. */
export function isAttributionKey(key: string): boolean {
  return attributionKeys.has(key);
}

/** Who made a record and when, from its meta. */
export function createdOf(meta: Meta): Attribution {
  return { by: personOf(meta['createdBy'] ?? meta['by']), at: timeOf(meta['createdAt'] ?? meta['at']) };
}

/** Who changed a record last and when, from its meta; who made it when nobody changed it since. */
export function changedOf(meta: Meta): Attribution {
  const at = timeOf(meta['changedAt']);
  return at === null ? createdOf(meta) : { by: personOf(meta['changedBy']), at };
}

/**
 * The meta keys to write beside somebody's change; null when the stamp that is there says enough. A note of an
 * anonymous step gets the time only: whoever mends a word of it right after the reveal is often its author.
 */
export function stampOf(
  meta: Meta,
  by: ParticipantId,
  now: number,
): { readonly changedBy: ParticipantId | null; readonly changedAt: number } | null {
  const created = createdOf(meta);
  const isAnonymous = created.by === null && typeof meta['stepKey'] === 'string';
  const changedBy = isAnonymous ? null : by;
  const last = changedOf(meta);
  const isRecent = last.at !== null && now - last.at < stampEveryMs && now >= last.at;
  return isRecent && last.by === changedBy ? null : { changedBy, changedAt: now };
}

function personOf(value: unknown): ParticipantId | null {
  return isPlainId(value) ? (value as ParticipantId) : null;
}

function timeOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
