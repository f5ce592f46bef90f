import { fail, ok, type Result } from '@common-ground/protocol';
import {
  commandResultSchema,
  refusalSchema,
  type CommandResult,
  type Refusal,
} from '@common-ground/workshop';
import { z } from 'zod';

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: commandResultSchema }),
  z.object({ ok: z.literal(false), error: refusalSchema }),
]);

/** What became of a command: the ids of what it made, or why it was refused. */
export type Answer = Result<CommandResult, Refusal>;

/** Reads an answer that came over the socket; null when it is none that this program knows. */
export function parseAnswer(value: unknown): Answer | null {
  const parsed = answerSchema.safeParse(value);
  if (!parsed.success) return null;
  return parsed.data.ok ? ok(parsed.data.value) : fail(parsed.data.error);
}
