import { apiErrors, apiErrorSchema, type ApiErrorBody, type ApiErrorCode } from '@common-ground/protocol';
import { z } from 'zod';

interface ErrorResponse {
  readonly description: string;
  readonly content: { readonly 'application/json': { readonly schema: z.ZodType<ApiErrorBody> } };
}

/**
 * The answers a route may give instead of a success, by status, for its `response` schema and the documentation. What any
 * route may answer (a fault of ours, a storage that fails) is added.
 */
export function errorResponses(...codes: readonly ApiErrorCode[]): Record<number, ErrorResponse> {
  const all: readonly ApiErrorCode[] = [...codes, 'server_trouble', 'storage_trouble'];
  const byStatus = Map.groupBy(all, (code) => apiErrors[code].status);
  return Object.fromEntries([...byStatus].map(([status, own]) => [status, responseOf(own)]));
}

function responseOf(codes: readonly ApiErrorCode[]): ErrorResponse {
  const schema = apiErrorSchema.extend({ code: z.enum(codes as [ApiErrorCode, ...ApiErrorCode[]]) });
  const description = codes.map((code) => `\`${code}\`: ${apiErrors[code].message}`).join('\n\n');
  return {
    description,
    content: { 'application/json': { schema } },
  };
}
