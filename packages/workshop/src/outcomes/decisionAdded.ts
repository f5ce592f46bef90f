import type { Result } from '@common-ground/protocol';
import { ok } from '@common-ground/protocol';
import type { EventBody } from '../core/Event.ts';
import { type Refusal, refuse } from '../core/Refusal.ts';
import type { Context } from '../core/Rules.ts';
import { workshopLimits } from '../limits.ts';

/** The event that records a decision under a new id; refuses `limit-reached`. */
export function decisionAdded(
  text: string,
  { state, chance }: Context,
): Result<Extract<EventBody, { type: 'outcomes.decisionAdded' }>, Refusal> {
  const max = workshopLimits.maxOutcomes;
  if (state.outcomes.decisions.length >= max) return refuse('limit-reached', { max });
  return ok({ type: 'outcomes.decisionAdded', decisionId: chance.newId(), text });
}
