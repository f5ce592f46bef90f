import type { Agenda, Step, StepMode } from '@common-ground/workshop';
import type { TemplateContext } from '../defineTemplate.ts';
import type { RaciTextKey } from './texts.ts';
import type { MatrixVariant } from './variants.ts';

/** What layout and agenda are made from. */
export type RaciContext = TemplateContext<RaciTextKey, { readonly variant: MatrixVariant }>;

/** The steps of the mapping: name work and roles, fill in each for itself, compare, check, sign. */
export function agenda({ t }: Pick<RaciContext, 't'>): Agenda {
  const step = (key: StepKey, minutes: number, mode: StepMode): Step => ({
    key,
    title: t(`step.${key}.title`),
    instruction: t(`step.${key}.instruction`),
    minutes,
    mode,
    focus: ['matrix'],
  });
  return [
    step('work', 8, { kind: 'open' }),
    step('roles', 5, { kind: 'open' }),
    step('view', 10, {
      kind: 'private',
      scope: 'partner',
      reveal: 'named',
      revealBy: 'all',
      // What is written unseen here are cells of the matrix, not notes for a section.
      sectionKeys: [],
      into: 'widget',
    }),
    step('compare', 20, { kind: 'decide' }),
    step('check', 10, { kind: 'discuss', topicMinutes: null }),
    step('agree', 5, { kind: 'commit', signers: 'partner' }),
  ];
}

type StepKey = RaciTextKey extends infer Key
  ? Key extends `step.${infer Name}.title`
    ? Name
    : never
  : never;
