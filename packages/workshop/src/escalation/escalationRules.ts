import type { Result } from '@common-ground/protocol';
import type { Command } from '../core/Command.ts';
import { type Outcome, accept } from '../core/Outcome.ts';
import { type Refusal, refuse } from '../core/Refusal.ts';
import type { Context, Rules } from '../core/Rules.ts';
import { workshopLimits } from '../limits.ts';
import { dayMs } from './EscalationState.ts';

/** Any party may escalate; the record says why, what is settled and what is open. */
export const escalationRules: Rules<'escalation'> = {
  decide: {
    'escalation.setLadder': ({ levels }, { state }) =>
      state.escalation.currentLevel === null
        ? accept({ events: [{ type: 'escalation.ladderSet', levels }] })
        : refuse('ladder-in-use'),
    'escalation.escalate': escalate,
    'escalation.settle': ({ expectedLevel, note }, { state }) => {
      const { currentLevel } = state.escalation;
      if (currentLevel === null) return refuse('not-escalated');
      if (currentLevel !== expectedLevel) return refuse('level-moved');
      return accept({ events: [{ type: 'escalation.settled', note }] });
    },
  },
  evolve: {
    'escalation.ladderSet': (escalation, { levels }) => ({ ...escalation, levels }),
    'escalation.escalated': (escalation, { level, title, why, settled, open, dueAt, at }) => ({
      ...escalation,
      currentLevel: level,
      records: [...escalation.records, { level, title, why, settled, open, at, dueAt }],
      settlement: null,
    }),
    'escalation.settled': (escalation, { note, at }) => ({
      ...escalation,
      currentLevel: null,
      settlement: { note, at },
    }),
  },
  view: ({ state, now }) => {
    const { escalation } = state;
    const dueAt = escalation.records.at(-1)?.dueAt ?? now;
    return { ...escalation, isOverdue: escalation.currentLevel !== null && dueAt < now };
  },
};

function escalate(
  { expectedLevel, why, settled, open }: Extract<Command, { type: 'escalation.escalate' }>,
  { state, now }: Context,
): Result<Outcome, Refusal> {
  const { levels, currentLevel, records } = state.escalation;
  if (currentLevel !== expectedLevel) return refuse('level-moved');
  const level = currentLevel === null ? 0 : currentLevel + 1;
  const next = levels[level];
  if (!next) return refuse('top-level');
  const max = workshopLimits.maxEscalations;
  if (records.length >= max) return refuse('limit-reached', { max });
  const dueAt = now + Math.round(next.days * dayMs);
  const record = { level, title: next.title, why, settled, open, dueAt };
  return accept({ events: [{ type: 'escalation.escalated', ...record }] });
}
