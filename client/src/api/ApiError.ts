import type { ApiErrorBody, ApiErrorCode } from '@common-ground/protocol';

/** Why a call to the server brought nothing. */
export type ApiError =
  /** The server understood and said no. `fields` names what is wrong where, for `invalid_request`. */
  | {
      readonly kind: 'refused';
      readonly code: ApiErrorCode;
      readonly fields: NonNullable<ApiErrorBody['fields']>;
    }
  /** No answer came: the network or the server is away. */
  | { readonly kind: 'network' }
  /** An answer came that this client cannot read: a proxy's page, or a newer server. */
  | { readonly kind: 'unreadable'; readonly status: number };

/** Whether the error is a refusal with one of these codes. */
export function isRefusal(error: ApiError, ...codes: readonly ApiErrorCode[]): boolean {
  return error.kind === 'refused' && codes.includes(error.code);
}
