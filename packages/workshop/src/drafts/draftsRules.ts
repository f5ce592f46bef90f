import { modeOf, requireMode } from '../agenda/runningAgenda.ts';
import { type Outcome, accept } from '../core/Outcome.ts';
import type { Draft, PrivateChange } from '../core/Privates.ts';
import { refuse } from '../core/Refusal.ts';
import type { Context, Leaving, Rules } from '../core/Rules.ts';
import { isLaneRevealed, noReveals } from './DraftsState.ts';
import { changeDraft } from './changeDraft.ts';
import { ownDrafts } from './ownDrafts.ts';
import { revealDrafts } from './revealDrafts.ts';
import { viewDrafts } from './viewDrafts.ts';
import { writeDrafts } from './writeDrafts.ts';

/** Drafts live beside the events until the reveal, which moves their texts into one event and deletes them. */
export const draftsRules: Rules<'drafts'> = {
  decide: {
    'drafts.write': writeDrafts,
    'drafts.edit': ({ draftId, rev, text }, context) => changeDraft(draftId, rev, { text }, context),
    'drafts.move': ({ draftId, rev, sectionKey }, context) =>
      changeDraft(draftId, rev, { sectionKey }, context),
    'drafts.delete': ({ draftIds }, { privates, actor }) => {
      const own = new Set(ownDrafts(privates, actor).map(({ draftId }) => draftId));
      if (!draftIds.every((draftId) => own.has(draftId))) return refuse('draft-unknown');
      return accept({ privateChanges: draftIds.map((draftId) => ({ kind: 'delete-draft', draftId })) });
    },
    'drafts.reveal': ({ stepKey, lane }, context) => {
      const { state, privates, roster, chance } = context;
      const mode = requireMode(state, stepKey, 'private');
      if (!mode.ok) return mode;
      if (lane && mode.value.revealBy === 'all') return refuse('lane-only');
      if (isLaneRevealed(state.drafts, stepKey, lane)) return refuse('already-revealed');
      const drafts = privates.drafts.filter(
        (draft) => draft.stepKey === stepKey && (!lane || draft.partnerId === lane.partnerId),
      );
      if (drafts.length === 0) return refuse('nothing-to-reveal');
      return accept({
        events: [revealDrafts(drafts, mode.value, stepKey, lane, roster, chance)],
        privateChanges: deletionOf(drafts),
      });
    },
  },
  evolve: {
    'agenda.started': () => noReveals,
    'drafts.revealed': ({ reveals }, { stepKey, all, partnerId, notes, writerCount, silentPartnerIds }) => ({
      reveals: [
        ...reveals,
        { stepKey, all, partnerId, noteCount: notes.length, writerCount, silentPartnerIds },
      ],
    }),
  },
  view: viewDrafts,
  beforeLeaveStep: (_, leaving, context) => endDrafts(leaving, context),
  holdsStep: (stepKey, { state, privates }) =>
    modeOf(state, stepKey, 'private') !== null &&
    (privates.drafts.some((draft) => draft.stepKey === stepKey) ||
      state.drafts.reveals.some((reveal) => reveal.stepKey === stepKey)),
};

/** Drafts outlive their step, because many agendas reveal them in the next; they do not outlive the workshop. */
function endDrafts({ ends, discardDrafts }: Leaving, { privates }: Context) {
  if (!ends) return accept({});
  if (privates.drafts.length > 0 && !discardDrafts) return refuse('drafts-unrevealed');
  return accept({ privateChanges: deletionOf(privates.drafts) } satisfies Partial<Outcome>);
}

function deletionOf(drafts: readonly Draft[]): PrivateChange[] {
  return drafts.map(({ draftId }) => ({ kind: 'delete-draft', draftId }));
}
