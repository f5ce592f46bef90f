import type { Rules } from '../core/Rules.ts';
import type { Agenda, Step } from '../Step.ts';
import type { AgendaState, RunningAgenda } from './AgendaState.ts';
import { leftDates, withDate } from './openDates.ts';

/** The agenda after an event. */
export const evolveAgenda: Rules<'agenda'>['evolve'] = {
  'agenda.started': (before, { run, title, templateId, steps, at, isCarried }) => {
    const currentKey = steps[0]?.key ?? '';
    return {
      phase: 'running',
      run,
      title,
      templateId,
      steps,
      startedAt: at,
      currentKey,
      enteredAt: at,
      openUntil: null,
      ...(before.phase !== 'idle' && before.openDates && { openDates: before.openDates }),
      ...(isCarried && { isCarried }),
    };
  },
  'agenda.stepEntered': (agenda, { stepKey, at }) =>
    agenda.phase === 'running'
      ? { ...withLeft(agenda, at), currentKey: stepKey, enteredAt: at, openUntil: null }
      : agenda,
  'agenda.stepEdited': (agenda, { step }) =>
    withSteps(agenda, (steps) => steps.map((known) => (known.key === step.key ? step : known))),
  'agenda.stepInserted': (agenda, { step, afterStepKey }) =>
    withSteps(agenda, (steps) => insertAfter(steps, step, afterStepKey)),
  'agenda.stepMoved': (agenda, { stepKey, afterStepKey }) =>
    withSteps(agenda, (steps) => {
      const step = steps.find(({ key }) => key === stepKey);
      return step ? insertAfter(without(steps, stepKey), step, afterStepKey) : steps;
    }),
  'agenda.stepRemoved': (agenda, { stepKey }) => withSteps(agenda, (steps) => without(steps, stepKey)),
  'agenda.openUntilSet': (agenda, { stepKey, until }) =>
    agenda.phase === 'running' && agenda.currentKey === stepKey
      ? { ...agenda, openUntil: until, openDates: withDate(agenda.openDates ?? [], stepKey, until) }
      : agenda,
  'agenda.ended': (agenda, { at }) => {
    if (agenda.phase !== 'running') return agenda;
    const { currentKey: _key, enteredAt: _enteredAt, openUntil: _until, ...run } = withLeft(agenda, at);
    return { ...run, phase: 'ended', endedAt: at };
  },
};

function withLeft(agenda: RunningAgenda, at: number): RunningAgenda {
  return agenda.openDates === undefined ? agenda : { ...agenda, openDates: leftDates(agenda.openDates, at) };
}

function withSteps(agenda: AgendaState, change: (steps: Agenda) => Agenda): AgendaState {
  return agenda.phase === 'running' ? { ...agenda, steps: change(agenda.steps) } : agenda;
}

function without(steps: Agenda, stepKey: string): Step[] {
  return steps.filter(({ key }) => key !== stepKey);
}

/** With the step behind the named one; at the front for null. */
function insertAfter(steps: Agenda, step: Step, afterStepKey: string | null): Step[] {
  const index = afterStepKey === null ? 0 : steps.findIndex(({ key }) => key === afterStepKey) + 1;
  return steps.toSpliced(index, 0, step);
}
