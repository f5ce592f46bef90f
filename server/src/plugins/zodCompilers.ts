import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import type { z } from 'zod';

/** Checks what comes in against its zod schema. */
export const zodValidator: FastifySchemaCompiler<z.ZodType> = validatorCompiler;

/**
 * Writes an answer through its zod schema, so that nothing leaves that the schema does not name. Parses rather than encodes,
 * as the type provider's own serializer would: our ids are strings with a brand that a transform puts on.
 */
export const zodSerializer: FastifySerializerCompiler<z.ZodType> =
  ({ schema }) =>
  (data) =>
    JSON.stringify(schema.parse(data));
