import { isRevealed } from '../drafts/DraftsState.ts';
import type { TestWorkshop } from './TestWorkshop.ts';

/** What must hold after every command, whatever was given before; empty when all of it does. */
export function brokenInvariants(workshop: TestWorkshop): string[] {
  return [
    ...agendaFaults(workshop),
    ...draftFaults(workshop),
    ...ballotFaults(workshop),
    ...peopleFaults(workshop),
    ...recordFaults(workshop),
  ];
}

function agendaFaults({ workshop: { state } }: TestWorkshop): string[] {
  const { agenda, timer, discussion } = state;
  if (agenda.phase !== 'running') {
    return timer.kind === 'idle' && discussion.current === null ? [] : ['a clock without a workshop'];
  }
  const keys = agenda.steps.map(({ key }) => key);
  return [
    ...(keys.includes(agenda.currentKey) ? [] : ['the group is in no step']),
    ...(new Set(keys).size === keys.length ? [] : ['a step twice']),
  ];
}

function draftFaults({ workshop: { state, privates } }: TestWorkshop): string[] {
  const ids = privates.drafts.map(({ draftId }) => draftId);
  const isRunning = state.agenda.phase === 'running';
  return [
    ...(new Set(ids).size === ids.length ? [] : ['a draft id twice']),
    ...(isRunning || ids.length === 0 ? [] : ['drafts without a workshop']),
    ...privates.drafts
      .filter(({ stepKey, partnerId }) => isRevealed(state.drafts, stepKey, partnerId))
      .map(({ draftId }) => `${draftId} is revealed and still kept`),
  ];
}

function ballotFaults({ workshop: { state, privates } }: TestWorkshop): string[] {
  return privates.ballots.flatMap(({ ballotKey, participantId, answers }) => {
    if (ballotKey.startsWith('thumbs.')) {
      const ask = state.discussion.current?.ask;
      return ask?.status === 'open' && ballotKey === `thumbs.${ask.askNumber}` ? [] : ['a thumb unasked'];
    }
    const vote = state.ballots.votes.find(({ stepKey }) => stepKey === ballotKey);
    const step =
      state.agenda.phase === 'running' ? state.agenda.steps.find(({ key }) => key === ballotKey) : undefined;
    if (vote?.status !== 'open' || !step) return [`a ballot of ${participantId} outside an open vote`];
    const values = answers.map(({ value }) => value);
    if (step.mode.kind === 'vote') {
      const { dots, maxPerItem } = step.mode;
      const all = values.reduce((sum, value) => sum + value, 0);
      return all <= dots && values.every((value) => value >= 1 && value <= maxPerItem)
        ? []
        : ['too many dots'];
    }
    if (step.mode.kind !== 'check') return ['a ballot in a step without a vote'];
    const { min, max } = step.mode.scale;
    return values.every((value) => value >= min && value <= max) ? [] : ['a rating outside the scale'];
  });
}

function peopleFaults({ workshop: { state }, roster }: TestWorkshop): string[] {
  const here = roster.members.filter(({ removed }) => !removed);
  const shown = [...state.people.readyIds, ...state.people.handIds];
  const { leaderId } = state.leading;
  return [
    ...(here.some(({ role }) => role === 'facilitator') ? [] : ['nobody facilitates']),
    ...shown.filter((id) => !here.some((member) => member.id === id)).map((id) => `${id} is gone but shown`),
    ...(leaderId === null || here.some(({ id, role }) => id === leaderId && role === 'facilitator')
      ? []
      : ['the leader is no facilitator']),
  ];
}

function recordFaults({ workshop: { state } }: TestWorkshop): string[] {
  const { currentLevel, levels } = state.escalation;
  const doubles = state.signatures.agreements.filter(({ signatures }) => {
    const signers = signatures.map(({ partnerId, participantId }) => partnerId ?? participantId);
    return new Set(signers).size < signers.length;
  });
  return [
    ...doubles.map(({ agreementId }) => `${agreementId} is signed twice by one signer`),
    ...(currentLevel === null || currentLevel < levels.length ? [] : ['a level above the ladder']),
  ];
}
