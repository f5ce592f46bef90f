import type { ParticipantId, Result, Role } from '@common-ground/protocol';
import { ok } from '@common-ground/protocol';
import { type Outcome, accept } from '../core/Outcome.ts';
import type { PrivateChange, Privates } from '../core/Privates.ts';
import { type Refusal, refuse } from '../core/Refusal.ts';
import { type Member, type Roster, facilitatorsOf, memberOf } from '../core/Roster.ts';
import type { Context } from '../core/Rules.ts';

/** Gives somebody another role; the last facilitator keeps theirs. */
export function changeRole(
  participantId: ParticipantId,
  role: Role,
  { roster }: Context,
): Result<Outcome, Refusal> {
  const member = requireMember(roster, participantId);
  if (!member.ok) return member;
  if (member.value.role === role) return refuse('role-unchanged');
  if (isLastFacilitator(roster, member.value)) return refuse('last-facilitator');
  return accept({ events: [roleChanged(participantId, role)] });
}

/** Makes somebody else facilitator and the actor contributor. */
export function handOver(participantId: ParticipantId, { roster, actor }: Context): Result<Outcome, Refusal> {
  const member = requireMember(roster, participantId);
  if (!member.ok) return member;
  if (participantId === actor.id) return refuse('not-yourself');
  const promoted = member.value.role === 'facilitator' ? [] : [roleChanged(participantId, 'facilitator')];
  return accept({ events: [...promoted, roleChanged(actor.id, 'contributor')] });
}

/** Takes somebody off the board, with what of theirs nobody has seen; a partner's shared drafts stay with it. */
export function remove(
  participantId: ParticipantId,
  { roster, privates, actor }: Context,
): Result<Outcome, Refusal> {
  const member = requireMember(roster, participantId);
  if (!member.ok) return member;
  if (participantId === actor.id) return refuse('not-yourself');
  return accept({
    events: [{ type: 'people.removed', participantId }],
    privateChanges: deletionOf(privates, participantId),
  });
}

/** The event that changes a role. */
export function roleChanged(participantId: ParticipantId, role: Role) {
  return { type: 'people.roleChanged', participantId, role } as const;
}

function requireMember(roster: Roster, participantId: ParticipantId): Result<Member, Refusal> {
  const member = memberOf(roster, participantId);
  return member ? ok(member) : refuse('participant-unknown');
}

function isLastFacilitator(roster: Roster, member: Member): boolean {
  return member.role === 'facilitator' && facilitatorsOf(roster).length === 1;
}

function deletionOf({ drafts, ballots }: Privates, participantId: ParticipantId): PrivateChange[] {
  const ownDrafts = drafts.filter(({ authorId, scope }) => authorId === participantId && scope === 'own');
  const ownBallots = ballots.filter((ballot) => ballot.participantId === participantId);
  return [
    ...ownDrafts.map(({ draftId }) => ({ kind: 'delete-draft', draftId }) as const),
    ...ownBallots.map(({ ballotKey }) => ({ kind: 'delete-ballot', ballotKey, participantId }) as const),
  ];
}
