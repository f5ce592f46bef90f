import { actionCardsWidget } from '../actions/actionCardsWidget.ts';
import { defineTemplate } from '../defineTemplate.ts';
import { agenda } from './agenda.ts';
import { formats } from './formats.ts';
import { layout } from './layout.ts';
import { pictures } from './pictures.ts';
import { report } from './report.ts';
import { findings, rules } from './rules.ts';
import { texts } from './texts.ts';

/** Partners look back together without blame, and leave with few actions that are owned. */
export const retrospective = defineTemplate({
  id: 'retrospective',
  groupSize: { min: 3, max: 20 },
  options: { format: formats },
  texts,
  widgets: [actionCardsWidget],
  layout,
  agenda,
  findings,
  rules,
  report,
  pictures,
});
