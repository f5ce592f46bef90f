import type { z } from 'zod';
import type { DeepReadonly } from './DeepReadonly.ts';

/** Who may give a command: facilitators; contributors too; or everyone on the board, observers included. */
export type Who = 'facilitators' | 'contributors' | 'everyone';

/** One command: who may give it, and its fields beside `type`. */
export interface CommandShape {
  readonly who: Who;
  readonly fields: z.ZodRawShape;
}

/**
 * What a mechanic of the workshop looks like from outside: its part of the state, its commands, its events and its
 * part of the view. How it behaves stands in its `Rules`.
 */
export interface Shape<State, Commands, Events, View> {
  readonly initial: State;
  /** By command type, `<mechanic>.<verb>`. */
  readonly commands: Commands;
  /** By event type, `<mechanic>.<what happened>`; fields beside `type`, `v`, `at` and `by`. */
  readonly events: Events;
  readonly view: View;
}

/** Names a mechanic's shape, keeping the types of its parts. */
export function defineShape<
  State,
  const Commands extends Readonly<Record<string, CommandShape>>,
  const Events extends Readonly<Record<string, z.ZodRawShape>>,
  View extends z.ZodType,
>(shape: Shape<State, Commands, Events, View>): Shape<State, Commands, Events, View> {
  return shape;
}

/** The values of some fields. Every field has a value once it is read: what may be left out has a default. */
export type FieldValues<Fields extends z.ZodRawShape> = {
  readonly [F in keyof Fields]: DeepReadonly<z.output<Fields[F]>>;
};
