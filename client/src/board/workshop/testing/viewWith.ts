import type { ParticipantId } from '@common-ground/protocol';
import { newWorkshop, viewFor, type WorkshopView } from '@common-ground/workshop';

const anna = 'anna' as ParticipantId;

/** A view of Anna, a contributor on a board where nothing has begun, with some of its parts replaced. */
export function viewWith(parts: Partial<WorkshopView> = {}): WorkshopView {
  const roster = {
    partners: [],
    members: [
      {
        id: anna,
        name: 'Anna',
        partnerId: null,
        role: 'contributor',
        removed: false,
        present: true,
        lastSeenAt: 0,
      },
    ],
  } as const;
  const view = viewFor(newWorkshop, roster, anna, 1_000);
  if (view === null) throw new Error('Anna is on the board');
  return { ...view, ...parts };
}
