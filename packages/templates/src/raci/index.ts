import { defineTemplate } from '../defineTemplate.ts';
import { agenda } from './agenda.ts';
import { layout } from './layout.ts';
import { matrixFindings } from './matrixRules.ts';
import { matrixWidget } from './matrixWidget.ts';
import { report } from './report.ts';
import { rules } from './rules.ts';
import { texts } from './texts.ts';
import { variants } from './variants.ts';

/** Everyone knows who does, who answers for, who is asked and who is told, for each piece of joint work. */
export const raci = defineTemplate({
  id: 'raci',
  groupSize: { min: 2, max: 20 },
  options: { variant: variants },
  texts,
  widgets: [matrixWidget],
  layout,
  agenda,
  findings: matrixFindings,
  rules,
  report,
});
