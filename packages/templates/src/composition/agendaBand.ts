import type { LayoutItem, SectionItem, TextItem } from '@common-ground/board';
import type { Agenda, Step } from '@common-ground/workshop';
import type { CommonTextKey } from '../commonTexts.ts';
import type { Translate } from '../translate.ts';
import type { Band } from './Band.ts';
import { columnGap, inset, onGrid, splitWidth } from './grid.ts';
import { headingScale, textAt } from './titleBand.ts';

/** The agenda as a strip that is read from left to right: each step with its minutes and what the group does in it. */
export function agendaBand(agenda: Agenda, t: Translate<CommonTextKey>): Band {
  return ({ x, y, w }) => {
    const scale = headingScale(w);
    const minutes = agenda.reduce((sum, step) => sum + step.minutes, 0);
    const slots = splitWidth(
      w - 2 * inset,
      agenda.map(() => 1),
      columnGap,
    );
    const steps = agenda.map((step, index) => {
      const slot = slots[index] ?? { x: 0, w };
      return stepTexts(step, index + 1, { x: x + inset + slot.x, y: y + inset, w: slot.w }, scale, t);
    });
    const titleH = Math.max(...steps.map((step) => step.title.h));
    const h = onGrid(inset + titleH + 8 + Math.max(...steps.map((step) => step.minutes.h)) + inset);
    const items = steps.flatMap((step): LayoutItem[] => [
      step.title,
      { ...step.minutes, y: y + inset + titleH + 8 },
    ]);
    const panel: SectionItem = {
      kind: 'section',
      key: 'agenda',
      title: t('agenda.title', { minutes }),
      prompt: '',
      x,
      y,
      w,
      h,
    };
    return { items: [panel, ...items], h };
  };
}

function stepTexts(
  step: Step,
  number: number,
  place: { readonly x: number; readonly y: number; readonly w: number },
  scale: number,
  t: Translate<CommonTextKey>,
): { readonly title: TextItem; readonly minutes: TextItem } {
  const title = t('agenda.step', { number, title: step.title });
  const minutes = t('agenda.minutes', { minutes: step.minutes, mode: t(`mode.${step.mode.kind}`) });
  return {
    title: textAt({ key: `agenda:${step.key}`, text: title, ...place }, { size: 'm', bold: true, scale }),
    minutes: textAt({ key: `agenda:${step.key}:minutes`, text: minutes, ...place }, { size: 's', scale }),
  };
}
