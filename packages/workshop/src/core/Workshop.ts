import type { ParticipantId, Result } from '@common-ground/protocol';
import type { Request } from './Command.ts';
import type { Decision } from './decide.ts';
import { evolve } from './evolve.ts';
import { type Privates, applyPrivateChanges, noPrivates } from './Privates.ts';
import { type Receipts, addReceipt } from './Receipts.ts';
import type { Refusal } from './Refusal.ts';
import { type WorkshopState, initialState } from './State.ts';

/** A board's workshop in memory: what the events say, what is private, and what was answered. JSON throughout. */
export interface Workshop {
  readonly state: WorkshopState;
  readonly privates: Privates;
  readonly receipts: Receipts;
}

/** The workshop of a new board. */
export const newWorkshop: Workshop = { state: initialState, privates: noPrivates, receipts: [] };

/**
 * The workshop after a decision. Store events, private changes and receipt in one transaction first. A repeated
 * command changes nothing; a refused one leaves only its receipt, a stranger's not even that.
 */
export function applyDecision(
  workshop: Workshop,
  request: Pick<Request, 'commandId'> & { readonly actorId: ParticipantId },
  decided: Result<Decision, Refusal>,
): Workshop {
  const isStranger = !decided.ok && decided.error.code === 'not-on-board';
  if (isStranger || (decided.ok && decided.value.isRepeat)) return workshop;
  const { commandId, actorId } = request;
  const answer = decided.ok ? ({ ok: true, value: decided.value.result } as const) : decided;
  const receipts = addReceipt(workshop.receipts, actorId, { commandId, answer });
  if (!decided.ok) return { ...workshop, receipts };
  return {
    state: decided.value.events.reduce(evolve, workshop.state),
    privates: applyPrivateChanges(workshop.privates, decided.value.privateChanges),
    receipts,
  };
}
