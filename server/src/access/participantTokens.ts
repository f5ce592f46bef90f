import { createHmac, timingSafeEqual } from 'node:crypto';
import { isPlainId, type BoardId, type ParticipantId } from '@common-ground/protocol';

/** Whom a token stands for. The role is not in it: it is looked up each time, so that a change counts at once. */
export interface TokenPayload {
  readonly boardId: BoardId;
  readonly participantId: ParticipantId;
  /** Server time, ms. */
  readonly issuedAt: number;
}

/** Longer than any token made here; what is longer is not looked at. */
const maxTokenLength = 512;

/** Signs a token: `base64url(JSON payload).base64url(HMAC-SHA256)`. */
export function signParticipantToken(serverKey: Uint8Array, payload: TokenPayload): string {
  const body = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${body}.${signatureOf(serverKey, body).toString('base64url')}`;
}

/** The payload of a token that this server signed; null for anything else. */
export function parseParticipantToken(serverKey: Uint8Array, token: string): TokenPayload | null {
  if (token.length > maxTokenLength) return null;
  const [body, signature, rest] = token.split('.');
  if (!body || !signature || rest !== undefined) return null;
  const given = Buffer.from(signature, 'base64url');
  const expected = signatureOf(serverKey, body);
  if (given.byteLength !== expected.byteLength || !timingSafeEqual(given, expected)) return null;
  return parsePayload(body);
}

function signatureOf(serverKey: Uint8Array, body: string): Buffer {
  return createHmac('sha256', serverKey).update(`token:${body}`).digest();
}

/** Our signature stands under it, yet an older version of ours may have written something else. */
function parsePayload(body: string): TokenPayload | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(body, 'base64url').toString());
    if (typeof value !== 'object' || value === null) return null;
    const { boardId, participantId, issuedAt } = value as Record<string, unknown>;
    if (!isPlainId(boardId) || !isPlainId(participantId) || typeof issuedAt !== 'number') return null;
    return { boardId: boardId as BoardId, participantId: participantId as ParticipantId, issuedAt };
  } catch {
    return null;
  }
}
