import { mayEdit, type ParticipantId } from '@common-ground/protocol';
import { requireRunning } from '../agenda/runningAgenda.ts';
import { accept } from '../core/Outcome.ts';
import { refuse } from '../core/Refusal.ts';
import { activeMembers, expectedCount, hasFacilitatorPresent } from '../core/Roster.ts';
import type { Rules, ViewContext } from '../core/Rules.ts';
import { changeRole, handOver, remove, roleChanged } from './changeRole.ts';
import type { PeopleState } from './PeopleState.ts';
import { takeOverAt } from './takeOver.ts';

/** Ready marks belong to a step; hands stay up until they are taken down. */
export const peopleRules: Rules<'people'> = {
  decide: {
    'people.setReady': ({ isReady }, { state, actor }) => {
      const agenda = requireRunning(state);
      if (!agenda.ok) return agenda;
      if (state.people.readyIds.includes(actor.id) === isReady) return accept({});
      return accept({ events: [{ type: 'people.readySet', participantId: actor.id, isReady }] });
    },
    'people.setHand': ({ isUp }, { state, actor }) => {
      if (state.people.handIds.includes(actor.id) === isUp) return accept({});
      return accept({ events: [{ type: 'people.handSet', participantId: actor.id, isUp }] });
    },
    'people.lowerHand': ({ participantId }, { state }) => {
      if (!state.people.handIds.includes(participantId)) return accept({});
      return accept({ events: [{ type: 'people.handSet', participantId, isUp: false }] });
    },
    'people.react': ({ reaction }, { actor }) =>
      accept({ ephemerals: [{ kind: 'reaction', by: actor.id, reaction }] }),
    'people.setRole': ({ participantId, role }, context) => changeRole(participantId, role, context),
    'people.remove': ({ participantId }, context) => remove(participantId, context),
    'people.handOver': ({ participantId }, context) => handOver(participantId, context),
    'people.takeOver': (_, { state, roster, actor, now }) => {
      const agenda = requireRunning(state);
      if (!agenda.ok) return agenda;
      if (actor.role === 'facilitator') return refuse('role-unchanged');
      if (!state.people.allowsTakeOver) return refuse('take-over-off');
      const from = takeOverAt(state, roster, actor);
      if (from === null || now < from) return refuse('facilitator-here');
      return accept({ events: [roleChanged(actor.id, 'facilitator')] });
    },
    'people.allowTakeOver': ({ isAllowed }, { state }) =>
      isAllowed === state.people.allowsTakeOver
        ? accept({})
        : accept({ events: [{ type: 'people.takeOverAllowed', isAllowed }] }),
  },
  evolve: {
    'agenda.started': withoutReady,
    'agenda.stepEntered': withoutReady,
    'agenda.ended': withoutReady,
    'people.readySet': (people, { participantId, isReady }) => ({
      ...people,
      readyIds: toggled(people.readyIds, participantId, isReady),
    }),
    'people.handSet': (people, { participantId, isUp }) => ({
      ...people,
      handIds: toggled(people.handIds, participantId, isUp),
    }),
    'people.roleChanged': (people, { participantId, role }) =>
      !mayEdit(role) ? without(people, participantId) : people,
    'people.removed': (people, { participantId }) => without(people, participantId),
    'people.takeOverAllowed': (people, { isAllowed }) => ({ ...people, allowsTakeOver: isAllowed }),
  },
  view: (context) => {
    const { state, roster, you } = context;
    const { readyIds, handIds, allowsTakeOver } = state.people;
    return {
      readyCount: readyIds.length,
      expectedCount: expectedCount(roster, readyIds),
      isYouReady: readyIds.includes(you.id),
      notReadyIds: you.role === 'facilitator' ? notReadyIds(context) : null,
      handIds,
      hasFacilitatorPresent: hasFacilitatorPresent(roster),
      allowsTakeOver,
      canTakeOverAt: takeOverAt(state, roster, you),
    };
  },
};

function notReadyIds({ state, roster }: ViewContext): ParticipantId[] {
  return activeMembers(roster)
    .filter(({ present, role }) => present && role === 'contributor')
    .map(({ id }) => id)
    .filter((id) => !state.people.readyIds.includes(id));
}

function toggled(
  ids: readonly ParticipantId[],
  participantId: ParticipantId,
  isIn: boolean,
): readonly ParticipantId[] {
  const others = ids.filter((id) => id !== participantId);
  return isIn ? [...others, participantId] : others;
}

function without(people: PeopleState, participantId: ParticipantId): PeopleState {
  return {
    ...people,
    readyIds: toggled(people.readyIds, participantId, false),
    handIds: toggled(people.handIds, participantId, false),
  };
}

function withoutReady(people: PeopleState): PeopleState {
  return { ...people, readyIds: [] };
}
