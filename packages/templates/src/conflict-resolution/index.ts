import { actionCardsWidget } from '../actions/actionCardsWidget.ts';
import { defineTemplate } from '../defineTemplate.ts';
import { agenda } from './agenda.ts';
import { layout } from './layout.ts';
import { pictures } from './pictures.ts';
import { report } from './report.ts';
import { findings, rules } from './rules.ts';
import { texts } from './texts.ts';

/**
 * Parties in conflict move from positions to interests (R. Fisher, W. Ury: Getting to Yes, 1981) and leave with an
 * agreement that each can sign, or with a clear next level to decide.
 */
export const conflictResolution = defineTemplate({
  id: 'conflict-resolution',
  groupSize: { min: 2, max: 16 },
  options: {},
  texts,
  widgets: [actionCardsWidget],
  escalates: true,
  layout,
  agenda,
  findings,
  rules,
  report,
  pictures,
});
