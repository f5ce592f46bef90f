import type { Result } from '@common-ground/protocol';
import { ok } from '@common-ground/protocol';
import { z } from 'zod';
import type { DeepReadonly } from './DeepReadonly.ts';
import { itemIdField, participantIdField } from './fields.ts';
import type { EventBody } from './Event.ts';
import type { PrivateChange } from './Privates.ts';
import { reactions } from './reactions.ts';
import type { Refusal } from './Refusal.ts';

/** What the sender of a command gets back: ids of what it made, in the order given. */
export const commandResultSchema = z.object({ ids: z.array(z.string()) });
/** See {@link commandResultSchema}. */
export type CommandResult = DeepReadonly<z.infer<typeof commandResultSchema>>;

/** A moment for everybody who is here now: sent once, stored nowhere. */
export const ephemeralSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reaction'), by: participantIdField, reaction: z.enum(reactions) }),
  z.object({
    kind: z.literal('bring'),
    by: participantIdField,
    /** tldraw page id. */
    pageId: itemIdField,
    /** What everybody is shown, page px. */
    box: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
  }),
]);
/** See {@link ephemeralSchema}. */
export type Ephemeral = DeepReadonly<z.infer<typeof ephemeralSchema>>;

/** What a mechanic decides: facts, changes of what is private, and moments; all of it or nothing. */
export interface Outcome {
  readonly events: readonly EventBody[];
  readonly privateChanges: readonly PrivateChange[];
  readonly ephemerals: readonly Ephemeral[];
  readonly ids: readonly string[];
}

/** Nothing happens; the answer to a command that is already true. */
export const nothing: Outcome = { events: [], privateChanges: [], ephemerals: [], ids: [] };

/** A command is carried out with these parts. */
export function accept(parts: Partial<Outcome>): Result<Outcome, Refusal> {
  return ok({ ...nothing, ...parts });
}

/** Several outcomes as one, in order. */
export function joinOutcomes(outcomes: readonly Outcome[]): Outcome {
  return {
    events: outcomes.flatMap(({ events }) => events),
    privateChanges: outcomes.flatMap(({ privateChanges }) => privateChanges),
    ephemerals: outcomes.flatMap(({ ephemerals }) => ephemerals),
    ids: outcomes.flatMap(({ ids }) => ids),
  };
}
