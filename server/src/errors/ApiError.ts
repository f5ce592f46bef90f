import { apiErrors, type ApiErrorBody, type ApiErrorCode, type Result } from '@common-ground/protocol';

type Fields = NonNullable<ApiErrorBody['fields']>;

/** Ends a request with one of the {@link apiErrors}; the error handler makes the answer of it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  readonly fields: Fields | undefined;

  constructor(code: ApiErrorCode, fields?: Fields, cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.fields = fields;
  }
}

/** The value of a successful result; throws the error of a failed one as {@link ApiError}. For routes only. */
export function orApiError<T>(result: Result<T, ApiErrorCode>): T {
  if (result.ok) return result.value;
  throw new ApiError(result.error);
}

/** The body that goes with an error code. */
export function errorBody(code: ApiErrorCode, fields?: Fields): ApiErrorBody {
  const { message } = apiErrors[code];
  return fields ? { code, message, fields } : { code, message };
}
