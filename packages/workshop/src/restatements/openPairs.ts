import type { PartnerId } from '@common-ground/protocol';
import { modeOf } from '../agenda/runningAgenda.ts';
import { type Roster, activePartnerIds } from '../core/Roster.ts';
import type { WorkshopState } from '../core/State.ts';

/** Who restates whom. */
export interface Pair {
  readonly byPartnerId: PartnerId;
  readonly ofPartnerId: PartnerId;
}

/** What keeps a step that asks for restatements from closing: each partner has to restate every other and be answered *heard*. */
export function openPairs(state: WorkshopState, roster: Roster, stepKey: string): Pair[] {
  if (modeOf(state, stepKey, 'discuss')?.restate !== true) return [];
  const partnerIds = activePartnerIds(roster);
  const heard = state.restatements.restatements.filter(
    (restatement) => restatement.stepKey === stepKey && restatement.status === 'heard',
  );
  return partnerIds
    .flatMap((byPartnerId) => partnerIds.map((ofPartnerId) => ({ byPartnerId, ofPartnerId })))
    .filter(({ byPartnerId, ofPartnerId }) => byPartnerId !== ofPartnerId)
    .filter((pair) => !heard.some((restatement) => isOfPair(restatement, pair)));
}

/** Whether both are of the same two partners in the same direction. */
export function isOfPair(one: Pair, other: Pair): boolean {
  return one.byPartnerId === other.byPartnerId && one.ofPartnerId === other.ofPartnerId;
}
