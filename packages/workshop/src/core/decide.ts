import type { Result } from '@common-ground/protocol';
import { mayEdit, fail, ok } from '@common-ground/protocol';
import { allRules } from './allRules.ts';
import type { Chance } from './Chance.ts';
import { type Command, type Request, permissions } from './Command.ts';
import { type EventBody, type WorkshopEvent, eventFormat } from './Event.ts';
import { type CommandResult, type Ephemeral, type Outcome, joinOutcomes } from './Outcome.ts';
import type { PrivateChange } from './Privates.ts';
import { receiptOf } from './Receipts.ts';
import { type Refusal, refuse } from './Refusal.ts';
import { type Member, type Roster, memberOf } from './Roster.ts';
import type { Context, Leaving, Situation } from './Rules.ts';
import { mechanicNames } from './shapes.ts';
import type { Workshop } from './Workshop.ts';

/** What an accepted command does. Nothing of it has happened until the caller has stored it. */
export interface Decision {
  /** What the sender is told. */
  readonly result: CommandResult;
  /** To append if the store holds exactly `expectedVersion` events. */
  readonly events: readonly WorkshopEvent[];
  readonly expectedVersion: number;
  /** Rows of drafts and ballots to write and delete, in the same transaction. */
  readonly privateChanges: readonly PrivateChange[];
  /** To send to everybody who is here; stored nowhere. */
  readonly ephemerals: readonly Ephemeral[];
  /** The command was carried out before: `result` is what it was answered then, and there is nothing to do. */
  readonly isRepeat: boolean;
}

/**
 * Decides one command at `now` (server time, ms). Pure: the same arguments give the same decision. Refuses with a
 * code and a sentence; a refused command changes nothing.
 */
export function decide(
  workshop: Workshop,
  roster: Roster,
  request: Request,
  now: number,
  chance: Chance,
): Result<Decision, Refusal> {
  const { state, privates } = workshop;
  const expectedVersion = state.version;
  const actor = memberOf(roster, request.actorId);
  if (!actor) return refuse('not-on-board');
  const receipt = receiptOf(workshop.receipts, actor.id, request.commandId);
  if (receipt) return answerAgain(receipt.answer, expectedVersion);
  const forbidden = refuseByRole(request.command, actor);
  if (forbidden) return forbidden;
  const decided = carryOut(request.command, contextOf({ state, privates, roster, now }, actor, chance));
  if (!decided.ok) return decided;
  const { events, ids, privateChanges, ephemerals } = decided.value;
  return ok({
    result: { ids },
    events: events.map((body) => stampEvent(body, actor, now)),
    expectedVersion,
    privateChanges,
    ephemerals,
    isRepeat: false,
  });
}

function answerAgain(
  answer: Result<CommandResult, Refusal>,
  expectedVersion: number,
): Result<Decision, Refusal> {
  if (!answer.ok) return fail(answer.error);
  const empty = { events: [], privateChanges: [], ephemerals: [], expectedVersion };
  return ok({ ...empty, result: answer.value, isRepeat: true });
}

function refuseByRole(command: Command, actor: Member): Result<never, Refusal> | null {
  const who = permissions[command.type];
  if (who === 'facilitators' && actor.role !== 'facilitator') return refuse('facilitators-only');
  if (who === 'contributors' && !mayEdit(actor.role)) return refuse('contributors-only');
  return null;
}

type AnyDecide = Readonly<Record<string, (command: Command, context: Context) => Result<Outcome, Refusal>>>;

function carryOut(command: Command, context: Context): Result<Outcome, Refusal> {
  for (const name of mechanicNames) {
    const handlers = allRules[name].decide as unknown as AnyDecide;
    const handler = Object.hasOwn(handlers, command.type) ? handlers[command.type] : undefined;
    if (handler) return handler(command, context);
  }
  return refuse('unknown-command');
}

function contextOf(situation: Situation, actor: Member, chance: Chance): Context {
  const context: Context = {
    ...situation,
    actor,
    chance,
    leaveStep: (stepKey, leaving) => leaveStep(stepKey, leaving, context),
    holdsStep: (stepKey) =>
      mechanicNames.some((name) => allRules[name].holdsStep?.(stepKey, situation) ?? false),
  };
  return context;
}

function leaveStep(stepKey: string, leaving: Leaving, context: Context): Result<Outcome, Refusal> {
  const outcomes: Outcome[] = [];
  for (const name of mechanicNames) {
    const outcome = allRules[name].beforeLeaveStep?.(stepKey, leaving, context);
    if (outcome?.ok === false) return outcome;
    if (outcome) outcomes.push(outcome.value);
  }
  return ok(joinOutcomes(outcomes));
}

function stampEvent(body: EventBody, actor: Member, now: number): WorkshopEvent {
  return { ...body, v: eventFormat, at: now, by: actor.id };
}
