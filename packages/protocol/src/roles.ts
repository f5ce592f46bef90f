/**
 * What a participant may do: a facilitator runs the workshop, a contributor edits, a commenter reads and comments, an
 * observer reads.
 */
export const roles = ['facilitator', 'contributor', 'commenter', 'observer'] as const;

/** One of {@link roles}. */
export type Role = (typeof roles)[number];

/** Whether the role may change the canvas and take part in the workshop. */
export function mayEdit(role: Role): boolean {
  return role === 'facilitator' || role === 'contributor';
}

/** Whether the role may write comments. */
export function mayComment(role: Role): boolean {
  return role !== 'observer';
}

/** Whether the role may lead: launch templates, rename the board, see and renew its links. */
export function mayFacilitate(role: Role): boolean {
  return role === 'facilitator';
}
