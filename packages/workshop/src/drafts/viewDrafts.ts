import { mayEdit } from '@common-ground/protocol';
import type { Draft } from '../core/Privates.ts';
import { activePartnerIds, expectedCount } from '../core/Roster.ts';
import type { ViewContext } from '../core/Rules.ts';
import type { MechanicView } from '../core/View.ts';
import type { Step } from '../Step.ts';
import { isRevealed } from './DraftsState.ts';
import { ownDrafts } from './ownDrafts.ts';

type View = MechanicView<'drafts'>;

/** Texts of nobody else; of the others only how many have written. */
export function viewDrafts(context: ViewContext): View {
  const { state, privates, you } = context;
  const steps = state.agenda.phase === 'idle' ? [] : state.agenda.steps;
  return {
    yours: ownDrafts(privates, you).map(({ draftId, stepKey, sectionKey, text, rev, authorId }) => ({
      draftId,
      stepKey,
      sectionKey,
      text,
      rev,
      authorId,
    })),
    steps: steps.flatMap((step) => viewStep(step, context)),
  };
}

function viewStep({ key: stepKey, mode }: Step, context: ViewContext): View['steps'][number][] {
  if (mode.kind !== 'private') return [];
  const { state, privates, roster, you } = context;
  const drafts = privates.drafts.filter((draft) => draft.stepKey === stepKey);
  const writerIds = [...new Set(drafts.map(({ authorId }) => authorId))];
  const isCurrent = state.agenda.phase === 'running' && state.agenda.currentKey === stepKey;
  const tellsWriters = you.role === 'facilitator' && mode.reveal === 'named';
  return [
    {
      stepKey,
      canWrite: isCurrent && mayEdit(you.role) && !isRevealed(state.drafts, stepKey, you.partnerId),
      writerCount: writerIds.length,
      expectedCount: expectedCount(roster, writerIds),
      partnerCounts: mode.scope === 'partner' ? partnerCounts(drafts, context) : null,
      writerIds: tellsWriters ? writerIds.toSorted() : null,
      lanesWaiting: mode.revealBy === 'partner' ? lanesOf(drafts, context) : [],
      reveals: state.drafts.reveals
        .filter((reveal) => reveal.stepKey === stepKey)
        .map(({ all, partnerId, noteCount, writerCount, silentPartnerIds }) => ({
          all,
          partnerId,
          noteCount,
          writerCount,
          silentPartnerIds,
        })),
    },
  ];
}

function partnerCounts(drafts: readonly Draft[], { roster }: ViewContext) {
  const written = new Set(drafts.map(({ partnerId }) => partnerId));
  written.delete(null);
  return { written: written.size, expected: new Set([...written, ...activePartnerIds(roster)]).size };
}

/** In the order of the partners, so that it says nothing about who wrote first. */
function lanesOf(drafts: readonly Draft[], { roster }: ViewContext): View['steps'][number]['lanesWaiting'] {
  const waiting = new Set(drafts.map(({ partnerId }) => partnerId));
  const partnerIds = [...roster.partners.map(({ id }) => id), null];
  return partnerIds.filter((partnerId) => waiting.has(partnerId));
}
