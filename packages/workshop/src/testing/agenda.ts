import type { Step, StepMode } from '../Step.ts';

const scale = { min: 1, max: 5, minLabel: 'not at all', maxLabel: 'wholly' };
const sectionKeys = ['went-well', 'went-badly'];

/** One step of every mode, and of every variant that matters. */
export const agenda: Step[] = [
  step('arrive', { kind: 'open' }),
  step('gather', { kind: 'private', scope: 'own', reveal: 'anonymous', revealBy: 'all', sectionKeys }),
  step('signed', { kind: 'private', scope: 'own', reveal: 'named', revealBy: 'all', sectionKeys }),
  step('views', { kind: 'private', scope: 'partner', reveal: 'named', revealBy: 'partner', sectionKeys }),
  step('veiled', {
    kind: 'private',
    scope: 'partner',
    reveal: 'anonymous',
    revealBy: 'partner',
    sectionKeys,
  }),
  step('read', { kind: 'group' }),
  step('vote', { kind: 'vote', dots: 5, maxPerItem: 3, weight: 'person', privacy: 'by-partner' }),
  step('secret-vote', { kind: 'vote', dots: 5, maxPerItem: 3, weight: 'person', privacy: 'anonymous' }),
  step('one-voice', { kind: 'vote', dots: 4, maxPerItem: 4, weight: 'partner', privacy: 'by-partner' }),
  step('one-secret-voice', { kind: 'vote', dots: 4, maxPerItem: 4, weight: 'partner', privacy: 'anonymous' }),
  step('safety', check('anonymous', ['safety'], [])),
  step('align', check('by-partner', ['clear', 'commit'], ['vision'])),
  step('weigh', check('by-partner', [], ['options'])),
  step('discuss', { kind: 'discuss', topicMinutes: 5 }),
  step('reflect', { kind: 'discuss', topicMinutes: null, restate: true }),
  step('decide', { kind: 'decide' }),
  step('sign', { kind: 'commit', signers: 'partner' }),
];

/** Two things to vote on or rate. */
export const items = [
  { itemId: 'shape:one', label: 'One' },
  { itemId: 'shape:two', label: 'Two' },
];

function step(key: string, mode: StepMode): Step {
  return { key, title: `Step ${key}`, instruction: `Do what ${key} asks.`, minutes: 5, mode };
}

function check(
  privacy: 'anonymous' | 'by-partner',
  questionKeys: readonly string[],
  statementSectionKeys: readonly string[],
): StepMode {
  const questions = questionKeys.map((key) => ({ key, text: `How ${key}?` }));
  return { kind: 'check', scale, questions, statementSectionKeys, privacy };
}
