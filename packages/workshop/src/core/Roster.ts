import {
  mayEdit,
  type Participant,
  type ParticipantId,
  type Partner,
  type PartnerId,
} from '@common-ground/protocol';

/** A participant with what the room knows of their connection. */
export interface Member extends Participant {
  /** Whether a socket of theirs is open. */
  readonly present: boolean;
  /** Server time, ms, when their last socket closed; the time of joining for those who never opened one. */
  readonly lastSeenAt: number;
}

/**
 * Who is on the board, as the server knows it at this moment. Names, partners and roles have their home in the
 * participants' table, not in the workshop's events, so the caller hands them in.
 */
export interface Roster {
  readonly partners: readonly Partner[];
  readonly members: readonly Member[];
}

/** A participant who is still on the board, or null. */
export function memberOf(roster: Roster, participantId: ParticipantId): Member | null {
  return roster.members.find((member) => member.id === participantId && !member.removed) ?? null;
}

/** People who take part: on the board and not observers. */
export function activeMembers(roster: Roster): Member[] {
  return roster.members.filter((member) => !member.removed && mayEdit(member.role));
}

/** Everybody with the role of facilitator, here or away. */
export function facilitatorsOf(roster: Roster): Member[] {
  return roster.members.filter((member) => !member.removed && member.role === 'facilitator');
}

/** Whether a facilitator is connected. */
export function hasFacilitatorPresent(roster: Roster): boolean {
  return facilitatorsOf(roster).some((member) => member.present);
}

/** Partners with at least one person who takes part, in the board's order. */
export function activePartnerIds(roster: Roster): PartnerId[] {
  const active = new Set(activeMembers(roster).map((member) => member.partnerId));
  return roster.partners.map((partner) => partner.id).filter((id) => active.has(id));
}

/** Partner of every participant, also of those who have left; null for none. */
export function partnerOf(roster: Roster, participantId: ParticipantId): PartnerId | null {
  return roster.members.find((member) => member.id === participantId)?.partnerId ?? null;
}

/**
 * How many are waited for when counting "8 of 11": contributors who are connected, and everybody who has acted
 * already, so that a facilitator who takes part counts and one who only leads does not.
 */
export function expectedCount(roster: Roster, actedIds: readonly ParticipantId[]): number {
  const expected = new Set(actedIds);
  for (const member of activeMembers(roster)) {
    if (member.present && member.role === 'contributor') expected.add(member.id);
  }
  return expected.size;
}
