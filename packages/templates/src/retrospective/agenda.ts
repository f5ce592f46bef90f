import type { Agenda, Step, StepMode } from '@common-ground/workshop';
import type { TemplateContext } from '../defineTemplate.ts';
import type { RetrospectiveFormat } from './formats.ts';
import { formatSections } from './formats.ts';
import type { RetrospectiveTextKey } from './texts.ts';

/** What layout and agenda are made from. */
export type RetrospectiveContext = TemplateContext<
  RetrospectiveTextKey,
  { readonly format: RetrospectiveFormat }
>;

/** Minutes that a topic of the discussion has before the group is asked whether to go on. */
const topicMinutes = 5;

/**
 * The steps of a retrospective: set the stage, gather, make sense of it, decide, close (the five phases of E. Derby and
 * D. Larsen: Agile Retrospectives, 2006).
 */
export function agenda({ options, t }: Pick<RetrospectiveContext, 'options' | 't'>): Agenda {
  const gathered = formatSections[options.format];
  const step = (
    key: StepKey,
    minutes: number,
    mode: StepMode,
    focus: readonly string[] = gathered,
  ): Step => ({
    key,
    title: t(`step.${key}.title`),
    instruction: t(`step.${key}.instruction`),
    minutes,
    mode,
    focus,
  });
  return [
    step('last', 5, { kind: 'open', reviewsActions: true }, ['last']),
    step('checkin', 3, rating(t, 'safety')),
    step('gather', 8, {
      kind: 'private',
      scope: 'own',
      reveal: 'anonymous',
      revealBy: 'all',
      sectionKeys: gathered,
    }),
    step('read', 5, { kind: 'group' }),
    step('cluster', 8, { kind: 'group' }),
    step('vote', 3, { kind: 'vote', dots: 5, maxPerItem: 3, weight: 'person', privacy: 'by-partner' }),
    step('discuss', 20, { kind: 'discuss', topicMinutes }),
    step('actions', 10, { kind: 'decide', sectionKeys: ['actions'] }, ['actions']),
    step('close', 3, rating(t, 'roti'), ['actions', 'thanks']),
  ];
}

/** One anonymous question, from 1 to 5. */
function rating(t: RetrospectiveContext['t'], key: 'safety' | 'roti'): StepMode {
  return {
    kind: 'check',
    scale: { min: 1, max: 5, minLabel: t(`${key}.min`), maxLabel: t(`${key}.max`) },
    questions: [{ key, text: t(`question.${key}`) }],
    statementSectionKeys: [],
    privacy: 'anonymous',
  };
}

type StepKey = RetrospectiveTextKey extends infer Key
  ? Key extends `step.${infer Name}.title`
    ? Name
    : never
  : never;
