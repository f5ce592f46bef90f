import {
  apiErrorSchema,
  commentCommandSchema,
  type ApiErrorCode,
  type CommentCommand,
} from '@common-ground/protocol';
import { z } from 'zod';

/** A command that the server has not carried out yet. */
export interface WaitingCommand {
  readonly command: CommentCommand;
  /** When it was given, ms since 1970, by this device. */
  readonly at: number;
  /** Why the server did not take it; null while it is on its way. */
  readonly refusal: ApiErrorCode | null;
}

/** What this browser keeps of one person's comments until the server has them. */
export interface KeptCommands {
  readonly waiting: readonly WaitingCommand[];
  /** What stands in fields and was not sent: by thread, or `new`. */
  readonly typing: Readonly<Record<string, string>>;
}

const waitingSchema = z.object({
  command: commentCommandSchema,
  at: z.number(),
  refusal: apiErrorSchema.shape.code.nullable(),
});
const keptSchema = z.object({ waiting: z.array(z.unknown()), typing: z.record(z.string(), z.string()) });

/** Reads what was kept; what this program cannot read is left out. */
export function parseKeptCommands(text: string | null): KeptCommands {
  try {
    const { waiting, typing } = keptSchema.parse(JSON.parse(text ?? ''));
    return { waiting: waiting.flatMap((one) => waitingSchema.safeParse(one).data ?? []), typing };
  } catch {
    return { waiting: [], typing: {} };
  }
}
