import type { Result } from '@common-ground/protocol';
import type { Chance } from './Chance.ts';
import type { MechanicCommand } from './Command.ts';
import type { EventType, WorkshopEvent } from './Event.ts';
import type { Outcome } from './Outcome.ts';
import type { Privates } from './Privates.ts';
import type { Refusal } from './Refusal.ts';
import type { Member, Roster } from './Roster.ts';
import type { MechanicName } from './shapes.ts';
import type { WorkshopState } from './State.ts';
import type { MechanicView } from './View.ts';

/** What can be known when something is decided or shown. */
export interface Situation {
  readonly state: WorkshopState;
  readonly privates: Privates;
  readonly roster: Roster;
  /** Server time, ms. */
  readonly now: number;
}

/** A situation in which somebody gives a command. */
export interface Context extends Situation {
  readonly actor: Member;
  readonly chance: Chance;
  /** What the other mechanics do or refuse when the group leaves a step. */
  leaveStep(stepKey: string, leaving: Leaving): Result<Outcome, Refusal>;
  /** Whether people have already given something in this step under its present terms. */
  holdsStep(stepKey: string): boolean;
}

/** How a step is left. */
export interface Leaving {
  /** Why the group goes on although something of the step is open; null when no reason was given. */
  readonly reason: string | null;
  /** Whether the group goes on, and not back to an earlier step. */
  readonly isForward: boolean;
  /** Whether the workshop ends with it. */
  readonly ends: boolean;
  /** Whether notes that nobody has seen may be deleted; asked only at the end. */
  readonly discardDrafts: boolean;
}

/** A situation that is shown to somebody. */
export interface ViewContext extends Situation {
  readonly you: Member;
}

/** How one mechanic behaves. All functions are pure. */
export interface Rules<M extends MechanicName> {
  readonly decide: {
    readonly [C in MechanicCommand<M> as C['type']]: (
      command: C,
      context: Context,
    ) => Result<Outcome, Refusal>;
  };
  /** Its part of the state after an event, its own or another mechanic's; events that are not named change nothing. */
  readonly evolve: {
    readonly [T in EventType]?: (
      slice: WorkshopState[M],
      event: Extract<WorkshopEvent, { type: T }>,
    ) => WorkshopState[M];
  };
  readonly view: (context: ViewContext) => MechanicView<M>;
  /** May refuse that the group leaves a step, or do what has to be done with it. */
  readonly beforeLeaveStep?: (
    stepKey: string,
    leaving: Leaving,
    context: Context,
  ) => Result<Outcome, Refusal>;
  /** See {@link Context.holdsStep}. */
  readonly holdsStep?: (stepKey: string, situation: Situation) => boolean;
}
