import type { PartnerId, Result } from '@common-ground/protocol';
import { ok } from '@common-ground/protocol';
import { accept } from '../core/Outcome.ts';
import { type Refusal, refuse } from '../core/Refusal.ts';
import type { Roster } from '../core/Roster.ts';
import type { Rules } from '../core/Rules.ts';
import type { WorkshopState } from '../core/State.ts';
import { workshopLimits } from '../limits.ts';
import { decisionAdded } from './decisionAdded.ts';
import type { Action, DecisionRecord } from './OutcomesState.ts';
import { runNow } from './lastTime.ts';

/** Outcomes need no running workshop: what was agreed is followed up long after it. */
export const outcomesRules: Rules<'outcomes'> = {
  decide: {
    'outcomes.addDecision': ({ text }, context) => {
      const added = decisionAdded(text, context);
      return added.ok ? accept({ events: [added.value], ids: [added.value.decisionId] }) : added;
    },
    'outcomes.editDecision': ({ decisionId, text }, { state }) => {
      const decision = requireDecision(state, decisionId);
      if (!decision.ok) return decision;
      return accept({ events: [{ type: 'outcomes.decisionEdited', decisionId, text }] });
    },
    'outcomes.removeDecision': ({ decisionId }, { state }) => {
      const decision = requireDecision(state, decisionId);
      if (!decision.ok) return decision;
      return accept({ events: [{ type: 'outcomes.decisionRemoved', decisionId }] });
    },
    'outcomes.addAction': ({ what, owner, partnerId, due, aboutId }, { state, roster, chance }) => {
      if (!isKnownPartner(roster, partnerId)) return refuse('partner-unknown');
      const max = workshopLimits.maxOutcomes;
      if (state.outcomes.actions.length >= max) return refuse('limit-reached', { max });
      const action: Action = {
        actionId: chance.newId(),
        what,
        owner,
        partnerId,
        due,
        aboutId,
        status: 'open',
      };
      const run = runNow(state.agenda);
      return accept({ events: [{ type: 'outcomes.actionAdded', ...action, run }], ids: [action.actionId] });
    },
    'outcomes.editAction': ({ actionId, changes }, { state, roster }) => {
      const action = requireAction(state, actionId);
      if (!action.ok) return action;
      if (!isKnownPartner(roster, changes.partnerId ?? null)) return refuse('partner-unknown');
      return accept({ events: [{ type: 'outcomes.actionEdited', actionId, changes }] });
    },
    'outcomes.removeAction': ({ actionId }, { state }) => {
      const action = requireAction(state, actionId);
      return action.ok ? accept({ events: [{ type: 'outcomes.actionRemoved', actionId }] }) : action;
    },
    'outcomes.setFollowUp': ({ day }) => accept({ events: [{ type: 'outcomes.followUpSet', day }] }),
  },
  evolve: {
    'outcomes.decisionAdded': (outcomes, { decisionId, text, at, by }) => ({
      ...outcomes,
      decisions: [...outcomes.decisions, { decisionId, text, at, by }],
    }),
    'outcomes.decisionEdited': (outcomes, { decisionId, text }) => ({
      ...outcomes,
      decisions: outcomes.decisions.map((known) =>
        known.decisionId === decisionId ? { ...known, text } : known,
      ),
    }),
    'outcomes.decisionRemoved': (outcomes, { decisionId }) => ({
      ...outcomes,
      decisions: outcomes.decisions.filter((known) => known.decisionId !== decisionId),
    }),
    'outcomes.actionAdded': (outcomes, { actionId, what, owner, partnerId, due, aboutId, status, run }) => ({
      ...outcomes,
      actions: [...outcomes.actions, { actionId, what, owner, partnerId, due, aboutId, status, run }],
    }),
    'outcomes.actionEdited': (outcomes, { actionId, changes }) => ({
      ...outcomes,
      actions: outcomes.actions.map((known) =>
        known.actionId === actionId ? { ...known, ...changes } : known,
      ),
    }),
    'outcomes.actionRemoved': (outcomes, { actionId }) => ({
      ...outcomes,
      actions: outcomes.actions.filter((known) => known.actionId !== actionId),
    }),
    'outcomes.followUpSet': (outcomes, { day }) => ({ ...outcomes, followUpOn: day }),
  },
  view: ({ state }) => state.outcomes,
};

function requireDecision({ outcomes }: WorkshopState, decisionId: string): Result<DecisionRecord, Refusal> {
  const decision = outcomes.decisions.find((known) => known.decisionId === decisionId);
  return decision ? ok(decision) : refuse('decision-unknown');
}

function requireAction({ outcomes }: WorkshopState, actionId: string): Result<Action, Refusal> {
  const action = outcomes.actions.find((known) => known.actionId === actionId);
  return action ? ok(action) : refuse('action-unknown');
}

function isKnownPartner({ partners }: Roster, partnerId: PartnerId | null): boolean {
  return partnerId === null || partners.some(({ id }) => id === partnerId);
}
