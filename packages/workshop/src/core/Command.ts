import type { CommandId, ParticipantId, Result } from '@common-ground/protocol';
import { fail, ok } from '@common-ground/protocol';
import { z } from 'zod';
import { type Refusal, refusal } from './Refusal.ts';
import type { CommandShape, FieldValues, Who } from './Shape.ts';
import { type MechanicName, type Shapes, mechanicNames, shapes } from './shapes.ts';

type CommandsOf<S> = S extends { readonly commands: infer Commands }
  ? {
      [T in keyof Commands & string]: Commands[T] extends { readonly fields: infer F extends z.ZodRawShape }
        ? { readonly type: T } & FieldValues<F>
        : never;
    }[keyof Commands & string]
  : never;

/** What somebody asks the workshop to do. */
export type Command = CommandsOf<Shapes[MechanicName]>;
/** The type of a {@link Command}, `<mechanic>.<verb>`. */
export type CommandType = Command['type'];
/** The commands of one mechanic. */
export type MechanicCommand<M extends MechanicName> = CommandsOf<Shapes[M]>;

/** One intention of one participant. A retry carries the same `commandId`. */
export interface Request {
  readonly commandId: CommandId;
  readonly actorId: ParticipantId;
  readonly command: Command;
}

const commandShapes: Readonly<Record<string, CommandShape>> = Object.assign(
  {},
  ...mechanicNames.map((name) => shapes[name].commands),
);

/** Who may give which command: the one table that both ends ask. */
export const permissions = Object.freeze(
  Object.fromEntries(Object.entries(commandShapes).map(([type, { who }]) => [type, who])),
) as Readonly<Record<CommandType, Who>>;

/** The types of all commands. */
export const commandTypes = Object.keys(permissions) as CommandType[];

const schemas = new Map(
  Object.entries(commandShapes).map(([type, { fields }]) => [
    type,
    z.strictObject({ type: z.literal(type), ...fields }),
  ]),
);

/** Reads a command that came from a socket; refuses with `malformed-command` and the place of the fault. */
export function parseCommand(value: unknown): Result<Command, Refusal> {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  const schema = typeof type === 'string' ? schemas.get(type) : undefined;
  if (!schema) return fail(refusal('unknown-command'));
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data as unknown as Command);
  return fail(refusal('malformed-command', { where: placeOf(parsed.error) }));
}

function placeOf(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : (issue?.path.join('.') ?? '');
}
