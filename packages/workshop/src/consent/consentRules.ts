import type { Result } from '@common-ground/protocol';
import { ok } from '@common-ground/protocol';
import type { Command } from '../core/Command.ts';
import { type Outcome, accept } from '../core/Outcome.ts';
import { type Refusal, refuse } from '../core/Refusal.ts';
import type { Context, Rules } from '../core/Rules.ts';
import type { WorkshopState } from '../core/State.ts';
import { workshopLimits } from '../limits.ts';
import { decisionAdded } from '../outcomes/decisionAdded.ts';
import type { ConsentAnswer, ConsentState, Proposal } from './ConsentState.ts';
import { openVoices } from './voices.ts';

/** A change of wording asks everybody again; adopting makes a decision of it. */
export const consentRules: Rules<'consent'> = {
  decide: {
    'consent.propose': propose,
    'consent.answer': answer,
    'consent.adopt': ({ proposalId, version, reason }, context) => {
      const proposal = requireOpen(context.state, proposalId, version);
      if (!proposal.ok) return proposal;
      const count = openVoices(proposal.value, context.roster);
      if (count > 0 && reason === null) return refuse('consent-incomplete', { count });
      const decision = decisionAdded(proposal.value.text, context);
      if (!decision.ok) return decision;
      const adopted = { proposalId, reason: count > 0 ? reason : null };
      const events = [{ type: 'consent.adopted', ...adopted } as const, decision.value];
      return accept({ events, ids: [decision.value.decisionId] });
    },
    'consent.withdraw': ({ proposalId }, { state }) => {
      const proposal = requireOpen(state, proposalId, null);
      return proposal.ok ? accept({ events: [{ type: 'consent.withdrawn', proposalId }] }) : proposal;
    },
  },
  evolve: {
    'consent.proposed': ({ proposals }, { proposalId, text, version }) => ({
      proposals: [
        ...proposals.filter((known) => known.proposalId !== proposalId),
        { proposalId, text, version, answers: [], status: 'open', overrideReason: null },
      ],
    }),
    'consent.answered': (consent, { proposalId, partnerId, participantId, consents, reason }) =>
      withProposal(consent, proposalId, (proposal) => ({
        ...proposal,
        answers: replaceAnswer(proposal.answers, { partnerId, participantId, consents, reason }),
      })),
    'consent.adopted': (consent, { proposalId, reason }) =>
      withProposal(consent, proposalId, (proposal) => ({
        ...proposal,
        status: 'adopted',
        overrideReason: reason,
      })),
    'consent.withdrawn': (consent, { proposalId }) =>
      withProposal(consent, proposalId, (proposal) => ({ ...proposal, status: 'withdrawn' })),
  },
  view: ({ state, roster }) => ({
    proposals: state.consent.proposals.map((proposal) => ({
      ...proposal,
      openCount: openVoices(proposal, roster),
    })),
  }),
};

function propose(
  { proposalId, version, text }: Extract<Command, { type: 'consent.propose' }>,
  { state, chance }: Context,
): Result<Outcome, Refusal> {
  if (proposalId !== null) {
    const known = requireOpen(state, proposalId, version);
    if (!known.ok) return known;
    if (known.value.text === text) return accept({ ids: [proposalId] });
    const changed = { proposalId, text, version: version + 1 };
    return accept({ events: [{ type: 'consent.proposed', ...changed }], ids: [proposalId] });
  }
  const max = workshopLimits.maxProposals;
  if (state.consent.proposals.length >= max) return refuse('limit-reached', { max });
  const newId = chance.newId();
  const proposed = { proposalId: newId, text, version: 1 };
  return accept({ events: [{ type: 'consent.proposed', ...proposed }], ids: [newId] });
}

function answer(
  { proposalId, version, consents, reason }: Extract<Command, { type: 'consent.answer' }>,
  { state, actor }: Context,
): Result<Outcome, Refusal> {
  const proposal = requireOpen(state, proposalId, version);
  if (!proposal.ok) return proposal;
  if (!consents && reason === null) return refuse('reason-needed');
  const voice = { partnerId: actor.partnerId, participantId: actor.id };
  const given = { proposalId, ...voice, consents, reason: consents ? null : reason };
  return accept({ events: [{ type: 'consent.answered', ...given }] });
}

/** An open proposal, in the wording the sender saw (null: whichever). */
function requireOpen(
  { consent }: WorkshopState,
  proposalId: string,
  version: number | null,
): Result<Proposal, Refusal> {
  const proposal = consent.proposals.find((known) => known.proposalId === proposalId);
  if (proposal?.status !== 'open') return refuse('proposal-unknown');
  return version === null || proposal.version === version ? ok(proposal) : refuse('proposal-changed');
}

function withProposal(
  { proposals }: ConsentState,
  proposalId: string,
  change: (proposal: Proposal) => Proposal,
): ConsentState {
  return {
    proposals: proposals.map((known) => (known.proposalId === proposalId ? change(known) : known)),
  };
}

/** A partner's later answer replaces its earlier one, whoever gave it. */
function replaceAnswer(answers: readonly ConsentAnswer[], given: ConsentAnswer): ConsentAnswer[] {
  const isSameVoice = (known: ConsentAnswer) =>
    given.partnerId === null
      ? known.participantId === given.participantId
      : known.partnerId === given.partnerId;
  return [...answers.filter((known) => !isSameVoice(known)), given];
}
