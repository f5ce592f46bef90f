import { accept } from '../core/Outcome.ts';
import { refuse } from '../core/Refusal.ts';
import { memberOf } from '../core/Roster.ts';
import type { Rules } from '../core/Rules.ts';
import { type LeadingState, nobodyLeads } from './LeadingState.ts';

/** Everybody follows who has not left; a facilitator who takes the lead takes it from whoever has it. */
export const leadingRules: Rules<'leading'> = {
  decide: {
    'leading.lead': (_, { actor }) =>
      accept({ events: [{ type: 'leading.taken', participantId: actor.id }] }),
    'leading.release': (_, { state }) =>
      state.leading.leaderId === null
        ? refuse('not-leading')
        : accept({ events: [{ type: 'leading.released' }] }),
    'leading.follow': ({ isFollowing }, { state, actor }) => {
      const { leaderId, awayIds } = state.leading;
      if (leaderId === null) return refuse('not-leading');
      if (awayIds.includes(actor.id) !== isFollowing) return accept({});
      return accept({ events: [{ type: 'leading.followSet', participantId: actor.id, isFollowing }] });
    },
    'leading.bring': ({ pageId, box }, { actor }) =>
      accept({ ephemerals: [{ kind: 'bring', by: actor.id, pageId, box }] }),
  },
  evolve: {
    'leading.taken': (_, { participantId }) => ({ leaderId: participantId, awayIds: [] }),
    'leading.released': () => nobodyLeads,
    'leading.followSet': (leading, { participantId, isFollowing }) => {
      const others = leading.awayIds.filter((id) => id !== participantId);
      return { ...leading, awayIds: isFollowing ? others : [...others, participantId] };
    },
    'people.roleChanged': (leading, { participantId, role }) =>
      role === 'facilitator' ? leading : withoutLeader(leading, participantId),
    'people.removed': (leading, { participantId }) => withoutLeader(leading, participantId),
  },
  view: ({ state, roster, you }) => {
    const { leaderId, awayIds } = state.leading;
    const leader = leaderId && memberOf(roster, leaderId);
    if (!leader || !leader.present) return { leaderId: null, isYouFollowing: false };
    return { leaderId, isYouFollowing: leaderId !== you.id && !awayIds.includes(you.id) };
  },
};

function withoutLeader(leading: LeadingState, participantId: string): LeadingState {
  return leading.leaderId === participantId ? nobodyLeads : leading;
}
