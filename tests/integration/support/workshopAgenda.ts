import type { Command, Step, StepMode } from '@common-ground/workshop';

/** What a private step promises, as the tests' agenda has it. */
export const anonymous = { scope: 'own', reveal: 'anonymous' } as const;
export const named = { scope: 'own', reveal: 'named' } as const;
export const partnersOwn = { scope: 'partner', reveal: 'named' } as const;

const retroSections = ['start', 'stop', 'continue'];

/** Steps of the kinds that the server has to do with, for the sections of a start-stop-continue retrospective. */
export const workshopAgenda: Step[] = [
  step('arrive', { kind: 'open' }),
  step('gather', { kind: 'private', ...anonymous, revealBy: 'all', sectionKeys: retroSections }),
  step('signed', { kind: 'private', ...named, revealBy: 'all', sectionKeys: retroSections }),
  step('ours', { kind: 'private', ...partnersOwn, revealBy: 'all', sectionKeys: retroSections }),
  step('vote', { kind: 'vote', dots: 5, maxPerItem: 3, weight: 'person', privacy: 'anonymous' }),
  step('close', { kind: 'open' }),
];

/** The command that starts it. */
export const startCommand: Command = {
  type: 'agenda.start',
  title: 'Looking back',
  templateId: 'retrospective',
  steps: workshopAgenda,
};

/** The command that goes from one step to the next. */
export function nextFrom(expectedStepKey: string): Command {
  return { type: 'agenda.next', expectedStepKey, reason: null, startTimer: false };
}

/** The command that goes from one step to another. */
export function jump(expectedStepKey: string, toStepKey: string): Command {
  return { type: 'agenda.jump', expectedStepKey, toStepKey, reason: 'for the test', startTimer: false };
}

/** The command that writes one draft each text, under ids that begin with `prefix`. */
export function write(
  stepKey: string,
  told: { readonly scope: 'own' | 'partner'; readonly reveal: 'named' | 'anonymous' },
  texts: readonly string[],
  prefix: string,
): Command {
  const drafts = texts.map((text, index) => ({ draftId: `${prefix}-${index}`, text }));
  return { type: 'drafts.write', stepKey, sectionKey: 'start', told, drafts };
}

function step(key: string, mode: StepMode): Step {
  return { key, title: `Step ${key}`, instruction: `Do what ${key} asks.`, minutes: 5, mode };
}
