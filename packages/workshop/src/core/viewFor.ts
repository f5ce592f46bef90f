import type { ParticipantId } from '@common-ground/protocol';
import { allRules } from './allRules.ts';
import { type Roster, memberOf } from './Roster.ts';
import type { ViewContext } from './Rules.ts';
import { mechanicNames } from './shapes.ts';
import type { WorkshopView } from './View.ts';
import type { Workshop } from './Workshop.ts';

/**
 * All that one participant is shown at `now` (server time, ms): the same for everybody but for what is theirs alone.
 * Holds no draft or ballot of anybody else (drafts of their partner where the step shares them), so it may be sent
 * as it is; a late joiner needs nothing more. Null for somebody who is not on the board.
 */
export function viewFor(
  workshop: Pick<Workshop, 'state' | 'privates'>,
  roster: Roster,
  participantId: ParticipantId,
  now: number,
): WorkshopView | null {
  const you = memberOf(roster, participantId);
  if (!you) return null;
  const { state, privates } = workshop;
  const context: ViewContext = { state, privates, roster, now, you };
  const parts = mechanicNames.map((name) => [name, allRules[name].view(context)] as const);
  return {
    serverTime: now,
    version: state.version,
    you: { participantId: you.id, role: you.role, partnerId: you.partnerId },
    ...(Object.fromEntries(parts) as Omit<WorkshopView, 'serverTime' | 'version' | 'you'>),
  };
}
