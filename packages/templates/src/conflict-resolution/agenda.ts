import type { Agenda, Step, StepMode } from '@common-ground/workshop';
import type { ConflictContext } from './parties.ts';
import { facetKey, facets, partiesOf } from './parties.ts';
import type { ConflictTextKey } from './texts.ts';

/** The steps of the conflict resolution: hear each other, find interests and options, weigh, agree, sign. */
export function agenda(context: Pick<ConflictContext, 'partners' | 't'>): Agenda {
  const { t } = context;
  const step = (key: StepKey, minutes: number, mode: StepMode, focus?: readonly string[]): Step => ({
    key,
    title: t(`step.${key}.title`),
    instruction: t(`step.${key}.instruction`),
    minutes,
    mode,
    ...(focus === undefined ? {} : { focus }),
  });
  const parties = partiesOf(context);
  const viewKeys = parties.flatMap((party) => facets.map((facet) => facetKey(facet, party)));
  const laneKeys = parties.flatMap((party) =>
    [...facets, 'heard' as const].map((facet) => facetKey(facet, party)),
  );
  const heardKeys = parties.map((party) => facetKey('heard', party));
  return [
    step('rules', 5, { kind: 'commit', signers: 'person', sectionKeys: ['rules'] }),
    step('frame', 8, { kind: 'decide' }, ['issue']),
    step(
      'view',
      10,
      privateStep({ scope: 'partner', reveal: 'named', revealBy: 'partner', sectionKeys: viewKeys }),
    ),
    step('exchange', 15, { kind: 'discuss', topicMinutes: null }, viewKeys),
    step(
      'reflect',
      15,
      { kind: 'discuss', topicMinutes: null, restate: true, sectionKeys: heardKeys },
      laneKeys,
    ),
    step('interests', 10, { kind: 'group' }, ['shared', 'differing']),
    // Without names, so that an option is weighed and not its author.
    step(
      'options',
      8,
      privateStep({ scope: 'own', reveal: 'anonymous', revealBy: 'all', sectionKeys: ['options'] }),
    ),
    step('weigh', 5, weighing(t)),
    step('agree', 15, { kind: 'decide', sectionKeys: ['agreement'] }, ['options', 'agreement']),
    step('sign', 5, { kind: 'commit', signers: 'partner', sectionKeys: ['agreement'] }),
    step('follow', 2, { kind: 'decide' }, ['agreement', 'escalation']),
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
