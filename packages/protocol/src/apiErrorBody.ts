import { z } from 'zod';
import { apiErrors, type ApiErrorCode } from './apiErrors.ts';

/** The body of every answer that is not a success. `fields` names what is wrong where, for `invalid_request`. */
export const apiErrorSchema = z.object({
  code: z.enum(Object.keys(apiErrors) as [ApiErrorCode, ...ApiErrorCode[]]),
  message: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

/** See {@link apiErrorSchema}. */
export type ApiErrorBody = z.infer<typeof apiErrorSchema>;
