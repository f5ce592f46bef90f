import { mayEdit } from '@common-ground/protocol';
import { type Member, type Roster, hasFacilitatorPresent } from '../core/Roster.ts';
import type { WorkshopState } from '../core/State.ts';

/** What somebody may do on the canvas: change everything, add and change notes, or read. */
export type CanvasRight = 'edit' | 'notes' | 'read';

/**
 * The right of one participant, asked by the room for every edit. A lock holds contributors off while a facilitator is
 * here to undo it; with nobody facilitating they can still add notes.
 */
export function canvasRight(
  { canvas }: Pick<WorkshopState, 'canvas'>,
  roster: Roster,
  member: Pick<Member, 'role'>,
): CanvasRight {
  if (!mayEdit(member.role)) return 'read';
  if (member.role === 'facilitator') return 'edit';
  if (canvas.isLocked) return hasFacilitatorPresent(roster) ? 'read' : 'notes';
  return canvas.isNotesOnly ? 'notes' : 'edit';
}
