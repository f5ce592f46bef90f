import type { DueDay } from '@common-ground/protocol';
import type { WorkshopState } from '@common-ground/workshop';

/** The days that a board's open actions are due, and the day to look again. */
export function dueDaysOf({ actions, followUpOn }: WorkshopState['outcomes']): DueDay[] {
  const open = actions.flatMap(({ actionId, due, owner, status, what }) =>
    status === 'open' && due !== null ? [{ id: actionId, day: due, what, owner }] : [],
  );
  return followUpOn === null
    ? open
    : [...open, { id: 'follow-up', day: followUpOn, what: null, owner: null }];
}
