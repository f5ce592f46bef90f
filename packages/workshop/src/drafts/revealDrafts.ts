import type { PartnerId } from '@common-ground/protocol';
import type { z } from 'zod';
import type { ModeOf } from '../agenda/runningAgenda.ts';
import { type Chance, shuffled } from '../core/Chance.ts';
import type { EventBody } from '../core/Event.ts';
import type { Draft } from '../core/Privates.ts';
import { type Roster, activePartnerIds } from '../core/Roster.ts';
import type { revealedNoteSchema } from './draftsShape.ts';

/** A note as it comes onto the canvas. */
export type RevealedNote = z.infer<typeof revealedNoteSchema>;

/** One partner's drafts (null: of people without a partner); a null lane means all that are left. */
export type Lane = { readonly partnerId: PartnerId | null } | null;

/** Fewer possible authors than this would make an anonymous note somebody's. Same number as for tallies. */
const fewestAuthors = 3;

/**
 * The event that shows these drafts. The notes depend on the drafts' texts and sections alone, and on chance: not on
 * who wrote them (unless the step is named, or they are a partner's view), in which order, under which draft ids, or when (but
 * where the step is named, whether after the date until which it was open).
 */
export function revealDrafts(
  drafts: readonly Draft[],
  mode: ModeOf<'private'>,
  stepKey: string,
  lane: Lane,
  roster: Roster,
  chance: Chance,
): Extract<EventBody, { type: 'drafts.revealed' }> {
  const isAnonymous = mode.reveal === 'anonymous';
  // A view of a widget is its partner's whatever the step says of names, and nobody's person ever.
  const isView = mode.into === 'widget';
  const notes = shuffled(drafts.toSorted(byContent), chance).map((draft) => ({
    noteId: chance.newId(),
    sectionKey: draft.sectionKey,
    text: draft.text,
    authorId: isAnonymous || isView ? null : draft.authorId,
    partnerId: isAnonymous && !isView ? (lane?.partnerId ?? null) : draft.partnerId,
    ...(!isAnonymous && !isView && draft.missedDate !== undefined && { missedDate: draft.missedDate }),
  }));
  const writerCount = new Set(drafts.map(({ authorId }) => authorId)).size;
  const silentPartnerIds =
    lane === null && (!isAnonymous || writerCount >= fewestAuthors) ? silentPartners(drafts, roster) : [];
  return {
    type: 'drafts.revealed',
    stepKey,
    all: lane === null,
    partnerId: lane?.partnerId ?? null,
    isAnonymous,
    into: mode.into ?? null,
    notes,
    writerCount,
    silentPartnerIds,
  };
}

function byContent(one: Draft, other: Draft): number {
  return compare(one.sectionKey, other.sectionKey) || compare(one.text, other.text);
}

/** By code unit: a collation that calls two different texts equal would let the order of writing through. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function silentPartners(drafts: readonly Draft[], roster: Roster): PartnerId[] {
  const heard = new Set(drafts.map(({ partnerId }) => partnerId));
  return activePartnerIds(roster).filter((partnerId) => !heard.has(partnerId));
}
