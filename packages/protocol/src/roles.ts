/** What a participant may do: a facilitator runs the workshop, a contributor edits, an observer reads. */
export const roles = ['facilitator', 'contributor', 'observer'] as const;

/** One of {@link roles}. */
export type Role = (typeof roles)[number];

/** Whether the role may change the canvas. */
export function mayEdit(role: Role): boolean {
  return role !== 'observer';
}

/** Whether the role may lead: launch templates, rename the board, see and renew its links. */
export function mayFacilitate(role: Role): boolean {
  return role === 'facilitator';
}
