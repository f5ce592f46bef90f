import type { ParticipantId, PartnerId } from '@common-ground/protocol';
import { type Roster, activeMembers, activePartnerIds } from '../core/Roster.ts';
import type { Proposal } from './ConsentState.ts';

/** Who is asked: each partner, or on a board without partners each contributor. */
export interface Voice {
  readonly partnerId: PartnerId | null;
  /** Null where any person of the partner speaks for it. */
  readonly participantId: ParticipantId | null;
}

/** The voices that are asked on this board now. */
export function voicesOf(roster: Roster): Voice[] {
  const partnerIds = activePartnerIds(roster);
  if (partnerIds.length > 0) return partnerIds.map((partnerId) => ({ partnerId, participantId: null }));
  return activeMembers(roster)
    .filter(({ role }) => role === 'contributor')
    .map(({ id }) => ({ partnerId: null, participantId: id }));
}

/** How much is missing: voices that have not consented, and objections of anybody else. */
export function openVoices({ answers }: Proposal, roster: Roster): number {
  const silent = voicesOf(roster).filter((voice) => !answers.some((answer) => isOfVoice(answer, voice)));
  return silent.length + answers.filter(({ consents }) => !consents).length;
}

function isOfVoice(answer: Proposal['answers'][number], { partnerId, participantId }: Voice): boolean {
  return participantId === null ? answer.partnerId === partnerId : answer.participantId === participantId;
}
