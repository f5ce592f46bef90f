import type { Agenda, StepMode } from '@common-ground/workshop';
import type { TemplateContext } from '../defineTemplate.ts';
import type { VisionTextKey } from './texts.ts';

/** What layout and agenda are made from. */
export type VisionContext = TemplateContext<VisionTextKey, object>;

/** The steps of the vision alignment: write, draft, check, talk about the gaps, check again, sign. */
export function agenda({ t }: Pick<VisionContext, 't'>): Agenda {
  const step = (key: StepKey, minutes: number, mode: StepMode) => ({
    key,
    title: t(`step.${key}.title`),
    instruction: t(`step.${key}.instruction`),
    minutes,
    mode,
  });
  const check: StepMode = {
    kind: 'check',
    scale: { min: 1, max: 5, minLabel: t('scale.min'), maxLabel: t('scale.max') },
    questions: [
      { key: 'clear', text: t('question.clear') },
      { key: 'commit', text: t('question.commit') },
    ],
    statementSectionKeys: ['vision', 'objectives'],
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
    step('read', 10, { kind: 'group' }),
    step('draft', 15, { kind: 'open' }),
    step('check', 5, check),
    step('gaps', 15, { kind: 'discuss', topicMinutes: null }),
    step('recheck', 5, check),
    step('commit', 5, { kind: 'commit', signers: 'partner', sectionKeys: ['vision', 'objectives'] }),
  ];
}

type StepKey = VisionTextKey extends infer Key
  ? Key extends `step.${infer Name}.title`
    ? Name
    : never
  : never;
