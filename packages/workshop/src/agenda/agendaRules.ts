import { type Outcome, accept } from '../core/Outcome.ts';
import type { Result } from '@common-ground/protocol';
import { type Refusal, refuse } from '../core/Refusal.ts';
import type { Context, Rules } from '../core/Rules.ts';
import { workshopLimits } from '../limits.ts';
import type { Step } from '../Step.ts';
import { evolveAgenda } from './evolveAgenda.ts';
import { moveTo, requireCurrent } from './moveTo.ts';
import { requireRunning, requireStep } from './runningAgenda.ts';

/** Steps are advanced by facilitators; the agenda can be changed while it runs. */
export const agendaRules: Rules<'agenda'> = {
  decide: {
    'agenda.start': ({ title, templateId, steps }, { state }) => {
      const { agenda } = state;
      if (agenda.phase === 'running') return refuse('already-running');
      const run = agenda.phase === 'ended' ? agenda.run + 1 : 1;
      return accept({
        events: [{ type: 'agenda.started', run, title, templateId, steps, isCarried: false }],
      });
    },
    'agenda.next': (move, context) => moveTo(move, context, 'last-step', (_, index) => index + 1),
    'agenda.back': (move, context) => moveTo(move, context, 'first-step', (_, index) => index - 1),
    'agenda.jump': (move, context) =>
      moveTo(move, context, 'step-unknown', ({ steps }) =>
        steps.findIndex(({ key }) => key === move.toStepKey),
      ),
    'agenda.editStep': ({ stepKey, changes }, context) => {
      const step = requireStep(context.state, stepKey);
      if (!step.ok) return step;
      const edited = { ...step.value, ...changes };
      if (changesTerms(step.value, edited) && context.holdsStep(stepKey)) return refuse('step-in-use');
      return accept({ events: [{ type: 'agenda.stepEdited', step: edited }] });
    },
    'agenda.insertStep': ({ step, afterStepKey }, { state }) => {
      const agenda = requireRunning(state);
      if (!agenda.ok) return agenda;
      const { steps } = agenda.value;
      if (steps.some(({ key }) => key === step.key)) return refuse('step-key-taken');
      if (steps.length >= workshopLimits.maxSteps) {
        return refuse('agenda-full', { max: workshopLimits.maxSteps });
      }
      if (!isPlace(steps, afterStepKey)) return refuse('step-unknown');
      return accept({ events: [{ type: 'agenda.stepInserted', step, afterStepKey }] });
    },
    'agenda.moveStep': ({ stepKey, afterStepKey }, { state }) => {
      const step = requireStep(state, stepKey);
      if (!step.ok) return step;
      const agenda = requireRunning(state);
      if (!agenda.ok) return agenda;
      if (stepKey === afterStepKey) return accept({});
      if (!isPlace(agenda.value.steps, afterStepKey)) return refuse('step-unknown');
      return accept({ events: [{ type: 'agenda.stepMoved', stepKey, afterStepKey }] });
    },
    'agenda.removeStep': ({ stepKey }, context) => {
      const step = requireStep(context.state, stepKey);
      if (!step.ok) return step;
      const { agenda } = context.state;
      if (agenda.phase === 'running' && agenda.currentKey === stepKey) return refuse('step-current');
      if (context.holdsStep(stepKey)) return refuse('step-in-use');
      return accept({ events: [{ type: 'agenda.stepRemoved', stepKey }] });
    },
    'agenda.openUntil': ({ expectedStepKey, until }, context) => {
      const agenda = requireCurrent(expectedStepKey, context);
      if (!agenda.ok) return agenda;
      if (until !== null && until <= context.now) return refuse('time-passed');
      if (until === agenda.value.openUntil) return accept({});
      return accept({ events: [{ type: 'agenda.openUntilSet', stepKey: expectedStepKey, until }] });
    },
    'agenda.end': (command, context) => end(command, context),
  },
  evolve: evolveAgenda,
  view: ({ state }) => state.agenda,
};

function end(
  {
    expectedStepKey,
    reason,
    discardDrafts,
  }: { expectedStepKey: string; reason: string | null; discardDrafts: boolean },
  context: Context,
): Result<Outcome, Refusal> {
  const agenda = requireCurrent(expectedStepKey, context);
  if (!agenda.ok) return agenda;
  const left = context.leaveStep(agenda.value.currentKey, {
    reason,
    isForward: true,
    ends: true,
    discardDrafts,
  });
  if (!left.ok) return left;
  return accept({ ...left.value, events: [...left.value.events, { type: 'agenda.ended' }] });
}

/** Title, instruction and minutes are nobody's promise; how people's answers are treated is. */
function changesTerms(before: Step, after: Step): boolean {
  return JSON.stringify(before.mode) !== JSON.stringify(after.mode);
}

function isPlace(steps: readonly Step[], afterStepKey: string | null): boolean {
  return afterStepKey === null || steps.some(({ key }) => key === afterStepKey);
}
