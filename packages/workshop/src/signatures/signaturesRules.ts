import type { Result } from '@common-ground/protocol';
import { ok } from '@common-ground/protocol';
import type { Command } from '../core/Command.ts';
import { type Outcome, accept } from '../core/Outcome.ts';
import { type Refusal, refuse } from '../core/Refusal.ts';
import type { Context, Rules, ViewContext } from '../core/Rules.ts';
import type { WorkshopState } from '../core/State.ts';
import type { MechanicView } from '../core/View.ts';
import { workshopLimits } from '../limits.ts';
import { missingSignatures, signatureOf } from './missingSignatures.ts';
import type { Agreement, SignaturesState } from './SignaturesState.ts';

/** A signature is to one text: changing the text voids them all, and everybody sees that it did. */
export const signaturesRules: Rules<'signatures'> = {
  decide: {
    'signatures.putAgreement': putAgreement,
    'signatures.removeAgreement': ({ agreementId, version }, { state }) => {
      const agreement = requireAgreement(state, agreementId, version);
      if (!agreement.ok) return agreement;
      return accept({ events: [{ type: 'signatures.agreementRemoved', agreementId }] });
    },
    'signatures.sign': ({ agreementId, version }, { state, actor }) => {
      const agreement = requireAgreement(state, agreementId, version);
      if (!agreement.ok) return agreement;
      const isOfPartner = agreement.value.signers === 'partner';
      if (isOfPartner && actor.partnerId === null) return refuse('no-partner');
      if (signatureOf(agreement.value, actor)) return refuse('already-signed');
      const signer = { partnerId: isOfPartner ? actor.partnerId : null, participantId: actor.id };
      return accept({ events: [{ type: 'signatures.signed', agreementId, version, ...signer }] });
    },
    'signatures.withdraw': ({ agreementId }, { state, actor }) => {
      const agreement = requireAgreement(state, agreementId, null);
      if (!agreement.ok) return agreement;
      const signature = signatureOf(agreement.value, actor);
      if (!signature) return refuse('not-signed');
      const { partnerId, participantId } = signature;
      return accept({
        events: [{ type: 'signatures.withdrawn', agreementId, partnerId, participantId }],
      });
    },
  },
  evolve: {
    'signatures.agreementPut': (slice, { agreementId, title, text, signers, version, voidedCount }) => {
      const known = slice.agreements.find((agreement) => agreement.agreementId === agreementId);
      const isSameText = known?.version === version;
      const changed: Agreement = {
        agreementId,
        title,
        text,
        signers,
        version,
        signatures: isSameText ? known.signatures : [],
        voidedCount: isSameText ? known.voidedCount : voidedCount,
      };
      if (!known) return { agreements: [...slice.agreements, changed] };
      return withAgreement(slice, agreementId, () => changed);
    },
    'signatures.agreementRemoved': ({ agreements }, { agreementId }) => ({
      agreements: agreements.filter((known) => known.agreementId !== agreementId),
    }),
    'signatures.signed': (slice, { agreementId, partnerId, participantId, at }) =>
      withAgreement(slice, agreementId, (agreement) => ({
        ...agreement,
        signatures: [...agreement.signatures, { partnerId, participantId, at }],
      })),
    'signatures.withdrawn': (slice, { agreementId, partnerId, participantId }) =>
      withAgreement(slice, agreementId, (agreement) => ({
        ...agreement,
        signatures: agreement.signatures.filter(
          (known) => known.partnerId !== partnerId || known.participantId !== participantId,
        ),
      })),
  },
  view: (context) => ({
    agreements: context.state.signatures.agreements.map((agreement) => viewAgreement(agreement, context)),
  }),
};

function putAgreement(
  { agreementId, version, title, text, signers }: Extract<Command, { type: 'signatures.putAgreement' }>,
  { state, chance }: Context,
): Result<Outcome, Refusal> {
  if (agreementId === null) {
    const max = workshopLimits.maxAgreements;
    if (state.signatures.agreements.length >= max) return refuse('limit-reached', { max });
    const newId = chance.newId();
    const added = { agreementId: newId, title, text, signers, version: 1, voidedCount: 0 };
    return accept({ events: [{ type: 'signatures.agreementPut', ...added }], ids: [newId] });
  }
  const known = requireAgreement(state, agreementId, version);
  if (!known.ok) return known;
  const isSameText = known.value.text === text && known.value.signers === signers;
  if (isSameText && known.value.title === title) return accept({ ids: [agreementId] });
  const changed = {
    agreementId,
    title,
    text,
    signers,
    version: isSameText ? version : version + 1,
    voidedCount: isSameText ? 0 : known.value.signatures.length,
  };
  return accept({ events: [{ type: 'signatures.agreementPut', ...changed }], ids: [agreementId] });
}

/** An agreement in the version the sender saw (null: whichever). */
function requireAgreement(
  { signatures }: WorkshopState,
  agreementId: string,
  version: number | null,
): Result<Agreement, Refusal> {
  const agreement = signatures.agreements.find((known) => known.agreementId === agreementId);
  if (!agreement) return refuse('agreement-unknown');
  return version === null || agreement.version === version ? ok(agreement) : refuse('agreement-changed');
}

function withAgreement(
  { agreements }: SignaturesState,
  agreementId: string,
  change: (agreement: Agreement) => Agreement,
): SignaturesState {
  return {
    agreements: agreements.map((known) => (known.agreementId === agreementId ? change(known) : known)),
  };
}

function viewAgreement(
  agreement: Agreement,
  { roster, you }: ViewContext,
): MechanicView<'signatures'>['agreements'][number] {
  const { partnerIds, participantIds } = missingSignatures(agreement, roster);
  return {
    ...agreement,
    missingPartnerIds: partnerIds,
    missingParticipantIds: participantIds,
    isComplete: agreement.signatures.length > 0 && partnerIds.length === 0 && participantIds.length === 0,
    isSignedByYou: signatureOf(agreement, you) !== null,
  };
}
