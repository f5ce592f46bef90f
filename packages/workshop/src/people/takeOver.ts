import { type Member, type Roster, facilitatorsOf } from '../core/Roster.ts';
import type { WorkshopState } from '../core/State.ts';
import { workshopLimits } from '../limits.ts';

/**
 * When (server time, ms) this person may take over, because every facilitator has been away for a while; null while
 * one is here, where it is switched off, and outside a running workshop: over night nobody has to lead.
 */
export function takeOverAt(state: WorkshopState, roster: Roster, member: Member): number | null {
  if (state.agenda.phase !== 'running' || !state.people.allowsTakeOver) return null;
  if (member.role !== 'contributor') return null;
  const facilitators = facilitatorsOf(roster);
  if (facilitators.some(({ present }) => present)) return null;
  const lastSeenAt = Math.max(0, ...facilitators.map((facilitator) => facilitator.lastSeenAt));
  return lastSeenAt + workshopLimits.takeOverAfterMs;
}
