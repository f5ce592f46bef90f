import type { ParticipantId, PartnerId } from '@common-ground/protocol';
import { type Member, type Roster, activeMembers } from '../core/Roster.ts';
import type { Agreement, Signature } from './SignaturesState.ts';

/** Who still has to sign. */
export interface MissingSignatures {
  readonly partnerIds: readonly PartnerId[];
  readonly participantIds: readonly ParticipantId[];
}

/**
 * Every partner of the board signs an agreement of partners, also one whose people are away: it binds them all. Of
 * people, those contributors are waited for who are here.
 */
export function missingSignatures(agreement: Agreement, roster: Roster): MissingSignatures {
  const { signers, signatures } = agreement;
  if (signers === 'partner') {
    const signed = new Set(signatures.map(({ partnerId }) => partnerId));
    const partnerIds = roster.partners.map(({ id }) => id).filter((id) => !signed.has(id));
    return { partnerIds, participantIds: [] };
  }
  const participantIds = activeMembers(roster)
    .filter(({ role, present }) => present && role === 'contributor')
    .filter((member) => !signatureOf(agreement, member))
    .map(({ id }) => id);
  return { partnerIds: [], participantIds };
}

/** The signature of this person, or where partners sign of their partner; null for none. */
export function signatureOf({ signers, signatures }: Agreement, member: Member): Signature | null {
  const own =
    signers === 'partner'
      ? signatures.find(({ partnerId }) => partnerId !== null && partnerId === member.partnerId)
      : signatures.find(({ participantId }) => participantId === member.id);
  return own ?? null;
}
