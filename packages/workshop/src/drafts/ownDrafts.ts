import type { Draft, Privates } from '../core/Privates.ts';
import type { Member } from '../core/Roster.ts';

/** Drafts that this person may see: their own, and their partner's where the step shares them. */
export function ownDrafts(privates: Privates, member: Member): Draft[] {
  return privates.drafts.filter((draft) => isShownTo(draft, member));
}

/** Whether this person may see and change the draft. */
export function isShownTo(draft: Draft, member: Member): boolean {
  if (draft.authorId === member.id) return true;
  return draft.scope === 'partner' && draft.partnerId !== null && draft.partnerId === member.partnerId;
}
