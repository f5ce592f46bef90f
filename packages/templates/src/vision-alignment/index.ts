import { defineTemplate } from '../defineTemplate.ts';
import { agenda } from './agenda.ts';
import { layout } from './layout.ts';
import { pictures } from './pictures.ts';
import { report } from './report.ts';
import { findings, rules } from './rules.ts';
import { texts } from './texts.ts';

/** Partners agree on why they are together and where to, and see where they only seem to agree. */
export const visionAlignment = defineTemplate({
  id: 'vision-alignment',
  groupSize: { min: 3, max: 24 },
  options: {},
  texts,
  layout,
  agenda,
  findings,
  rules,
  report,
  pictures,
});
