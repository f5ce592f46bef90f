import { z } from 'zod';
import { plainIdSchema } from './http.ts';
import type { CommandId } from './ids.ts';

/*
 * Templates that facilitators made. What is in one is checked by packages/templates, on both ends; here it is passed through.
 */

/** An own template on a server. */
export const savedTemplateSchema = z.object({
  id: plainIdSchema<string>(),
  /** The name of whoever saved it, or brought its file. */
  addedBy: z.string(),
  /** Server time, ms. */
  addedAt: z.number().int(),
  template: z.unknown(),
});

/** GET /api/templates/own */
export const ownTemplatesResponse = z.object({ templates: z.array(savedTemplateSchema) });

/** GET /api/boards/:boardId/templates: those that were saved from the board, which its facilitators may delete. */
export const boardTemplatesResponse = z.object({ templateIds: z.array(plainIdSchema<string>()) });

/** POST /api/boards/:boardId/templates: keeps a template on this server, once per command id. */
export const saveTemplateRequest = z.object({
  commandId: plainIdSchema<CommandId>(),
  template: z.unknown(),
});
