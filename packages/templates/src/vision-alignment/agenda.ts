import type { Agenda, Step, StepMode } from '@common-ground/workshop';
import type { TemplateContext } from '../defineTemplate.ts';
import type { VisionTextKey } from './texts.ts';

/** What layout and agenda are made from. */
export type VisionContext = TemplateContext<VisionTextKey, object>;

/** The sections that are rated and signed. */
const statements = ['vision', 'objectives'];

/** The steps of the vision alignment: write, draft, check, talk about the gaps, check again, sign. */
export function agenda({ t }: Pick<VisionContext, 't'>): Agenda {
  const step = (key: StepKey, minutes: number, mode: StepMode, focus?: readonly string[]): Step => ({
    key,
    title: t(`step.${key}.title`),
    instruction: t(`step.${key}.instruction`),
    minutes,
    mode,
    ...(focus === undefined ? {} : { focus }),
  });
  const check: StepMode = {
    kind: 'check',
    scale: { min: 1, max: 5, minLabel: t('scale.min'), maxLabel: t('scale.max') },
    questions: [
      { key: 'clear', text: t('question.clear') },
      { key: 'commit', text: t('question.commit') },
    ],
    statementSectionKeys: statements,
    privacy: 'by-partner',
  };
  return [
    step('arrive', 5, { kind: 'open' }),
    step('future', 8, {
      kind: 'private',
      scope: 'own',
      reveal: 'named',
      revealBy: 'all',
      sectionKeys: ['futures'],
    }),
    step('read', 10, { kind: 'group' }, ['purpose', 'futures']),
    // What was read stands beside what is made of it.
    step('draft', 15, { kind: 'open' }, ['futures', ...statements]),
    step('check', 5, check),
    step('gaps', 15, { kind: 'discuss', topicMinutes: null }, statements),
    step('recheck', 5, check),
    step('commit', 5, { kind: 'commit', signers: 'partner', sectionKeys: statements }),
  ];
}

type StepKey = VisionTextKey extends infer Key
  ? Key extends `step.${infer Name}.title`
    ? Name
    : never
  : never;
