import type { ParticipantId, Result } from '@common-ground/protocol';
import { fail, ok } from '@common-ground/protocol';
import { z } from 'zod';
import type { FieldValues } from './Shape.ts';
import { participantIdField, timeField } from './fields.ts';
import { type MechanicName, type Shapes, mechanicNames, shapes } from './shapes.ts';

type EventsOf<S> = S extends { readonly events: infer Events }
  ? {
      [T in keyof Events & string]: Events[T] extends z.ZodRawShape
        ? { readonly type: T } & FieldValues<Events[T]>
        : never;
    }[keyof Events & string]
  : never;

/** What happened, without who and when. */
export type EventBody = EventsOf<Shapes[MechanicName]>;
/** The type of a {@link WorkshopEvent}. */
export type EventType = EventBody['type'];

/** The form of events as stored. A change of form raises it, and `parseEvent` then lifts the older ones. */
export const eventFormat = 1;

/** What every event carries beside its body. */
export interface EventStamp {
  readonly v: typeof eventFormat;
  /** Server time, ms. */
  readonly at: number;
  /** Who gave the command. Commands of a secret kind (drafts, ballots) make no event at all. */
  readonly by: ParticipantId;
}

/** A fact of the workshop: JSON, appended once, never changed. */
export type WorkshopEvent = EventBody & EventStamp;

const stamp = { v: z.literal(eventFormat), at: timeField, by: participantIdField };
const eventShapes: Readonly<Record<string, z.ZodRawShape>> = Object.assign(
  {},
  ...mechanicNames.map((name) => shapes[name].events),
);
const schemas = new Map(
  Object.entries(eventShapes).map(([type, fields]) => [
    type,
    z.object({ type: z.literal(type), ...stamp, ...fields }),
  ]),
);

/** The types of all events. */
export const eventTypes = Object.keys(eventShapes) as EventType[];

/** Reads an event from storage; fails with the reason, naming type and place but no content. */
export function parseEvent(value: unknown): Result<WorkshopEvent, string> {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  const schema = typeof type === 'string' ? schemas.get(type) : undefined;
  if (!schema) return fail('an event of unknown type');
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data as unknown as WorkshopEvent);
  return fail(`${String(type)} at ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
}
