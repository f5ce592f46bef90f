import type { Agenda } from '@common-ground/workshop';
import type { CommonTextKey } from '../commonTexts.ts';
import type { Translate } from '../translate.ts';
import type { Band } from './Band.ts';
import { panelBand } from './panelBand.ts';

/** The agenda as a strip: each step with its number and minutes. */
export function agendaBand(agenda: Agenda, t: Translate<CommonTextKey>): Band {
  const minutes = agenda.reduce((sum, step) => sum + step.minutes, 0);
  const entries = agenda.map((step, index) => ({
    key: step.key,
    above: t('agenda.step', { number: index + 1, minutes: step.minutes }),
    heading: step.title,
  }));
  return panelBand('agenda', t('agenda.title', { minutes }), entries);
}
