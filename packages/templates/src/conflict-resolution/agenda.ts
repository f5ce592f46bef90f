import type { Agenda, StepMode } from '@common-ground/workshop';
import type { ConflictContext } from './parties.ts';
import { facetKey, facets, partiesOf } from './parties.ts';
import type { ConflictTextKey } from './texts.ts';

/** The steps of the conflict resolution: hear each other, find interests and options, weigh, agree, sign. */
export function agenda(context: Pick<ConflictContext, 'partners' | 't'>): Agenda {
  const { t } = context;
  const step = (key: StepKey, minutes: number, mode: StepMode) => ({
    key,
    title: t(`step.${key}.title`),
    instruction: t(`step.${key}.instruction`),
    minutes,
    mode,
  });
  const viewKeys = partiesOf(context).flatMap((party) => facets.map((facet) => facetKey(facet, party)));
  return [
    step('rules', 5, { kind: 'commit', signers: 'person', sectionKeys: ['rules'] }),
    step('frame', 8, { kind: 'decide' }),
    step(
      'view',
      10,
      privateStep({ scope: 'partner', reveal: 'named', revealBy: 'partner', sectionKeys: viewKeys }),
    ),
    step('exchange', 15, { kind: 'discuss', topicMinutes: null }),
    step('reflect', 15, { kind: 'discuss', topicMinutes: null, restate: true }),
    step('interests', 10, { kind: 'group' }),
    // Without names, so that an option is weighed and not its author.
    step(
      'options',
      8,
      privateStep({ scope: 'own', reveal: 'anonymous', revealBy: 'all', sectionKeys: ['options'] }),
    ),
    step('weigh', 5, weighing(t)),
    step('agree', 15, { kind: 'decide', sectionKeys: ['agreement'] }),
    step('sign', 5, { kind: 'commit', signers: 'partner', sectionKeys: ['agreement'] }),
    step('follow', 2, { kind: 'decide' }),
  ];
}

function privateStep(how: Omit<Extract<StepMode, { kind: 'private' }>, 'kind'>): StepMode {
  return { kind: 'private', ...how };
}

function weighing(t: ConflictContext['t']): StepMode {
  return {
    kind: 'check',
    scale: { min: -2, max: 2, minLabel: t('scale.min'), maxLabel: t('scale.max') },
    questions: [{ key: 'support', text: t('question.support') }],
    statementSectionKeys: ['options'],
    privacy: 'by-partner',
  };
}

type StepKey = ConflictTextKey extends infer Key
  ? Key extends `step.${infer Name}.title`
    ? Name
    : never
  : never;
