import type { ApiErrorCode, CloseReason } from '@common-ground/protocol';
import type { ApiError } from '../api/ApiError.ts';

/** Why a whole page cannot be shown. */
export type Problem =
  | { readonly kind: 'refused'; readonly code: ApiErrorCode }
  | { readonly kind: 'closed'; readonly reason: CloseReason }
  /** No answer: the network or the server is away. */
  | { readonly kind: 'network' }
  /** An answer that is not Common Ground's. */
  | { readonly kind: 'unreadable'; readonly status: number }
  /** A board's address without its secret, in a browser that has no session of it. */
  | { readonly kind: 'no-link' };

/** The problem page for a failed call. */
export function problemOf(error: ApiError): Problem {
  return error.kind === 'refused' ? { kind: 'refused', code: error.code } : error;
}
