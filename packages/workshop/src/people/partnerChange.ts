import type { ParticipantId } from '@common-ground/protocol';
import type { Privates } from '../core/Privates.ts';
import { type Refusal, refusal } from '../core/Refusal.ts';

/**
 * Why a participant may not change their partner now, or null if they may: while drafts that a partner shares are
 * unrevealed, whoever joins it would read them. For the route by which people correct their own profile.
 */
export function refusePartnerChange(privates: Privates, participantId: ParticipantId): Refusal | null {
  const isShared = privates.drafts.some(({ scope }) => scope === 'partner');
  const hasAnswered = privates.ballots.some((ballot) => ballot.participantId === participantId);
  return isShared || hasAnswered ? refusal('partner-fixed') : null;
}
