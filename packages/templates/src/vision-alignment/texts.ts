import type { TextTable } from '../translate.ts';

const en = {
  name: 'Vision alignment',
  purpose: 'Agree on why you are together and where to, and see where you only seem to agree.',
  whenToUse:
    'At the start of a partnership, when a new partner joins, or when people pull in different directions.',
  whenNot:
    'When the direction is settled and only the work has to be shared out, or while a conflict is open.',
  howTo:
    'Write first and talk second: what each partner sees in three years, then one vision that all of them sign.',

  'section.purpose.title': 'Purpose',
  'section.purpose.prompt': 'Why are we together?',
  'section.futures.title': 'In three years',
  'section.futures.prompt': 'What did this partnership make possible?',
  'section.vision.title': 'Shared vision',
  'section.vision.prompt': 'What is true in three years? One statement, in a note.',
  'section.objectives.title': 'Objectives',
  'section.objectives.prompt': 'At most five, one a note, each with a measure and a date.',
  'section.outside.title': 'Outside our scope',
  'section.outside.prompt': 'What do we leave to others?',
  'section.risks.title': 'Risks and assumptions',
  'section.risks.prompt': 'What could stop us? What do we take for granted?',
  'section.brings.heading': 'What each partner brings',
  'section.brings.title': '{partner} brings',
  'section.brings.prompt': 'Skills, people, money, access, reach',
  'section.brings.everybody': 'What each partner brings',
  'section.needs.heading': 'What each partner needs',
  'section.needs.title': '{partner} needs',
  'section.needs.prompt': 'Our own values and priorities that this serves',
  'section.needs.everybody': 'What each partner needs',
  'section.everybody.prompt': 'Put your organisation’s name on each note.',

  'step.arrive.title': 'Arrive and agree ground rules',
  'step.arrive.instruction':
    'Say who you are, and put down what you bring and what you need. Agree how you want to talk with each other.',
  'step.future.title': 'Write the future',
  'step.future.instruction':
    'In three years, what did this partnership make possible? One thought a note; nobody sees it before the reveal.',
  'step.read.title': 'Read in rounds',
  'step.read.instruction': 'Read all notes in silence, then put together what belongs together and name it.',
  'step.draft.title': 'Draft the vision and objectives',
  'step.draft.instruction':
    'Write one vision statement together, then up to five objectives, each with a measure and a date.',
  'step.check.title': 'Alignment check',
  'step.check.instruction':
    'Rate each statement from 1 to 5, once for clear to us and once for we commit to it. Each partner’s result is shown.',
  'step.gaps.title': 'Talk about the gaps',
  'step.gaps.instruction': 'Begin where partners are furthest apart: “What would make it a 5 for you?”',
  'step.recheck.title': 'Check again',
  'step.recheck.instruction': 'Rate each statement once more and look at what has moved.',
  'step.commit.title': 'Commit',
  'step.commit.instruction': 'Each partner signs the vision and the objectives as they stand now.',

  'question.clear': 'Clear to us',
  'question.commit': 'We commit to it',
  'scale.min': 'Not at all',
  'scale.max': 'Fully',

  'finding.objective-without-measure': 'No measure was found in the objective “{text}”.',
  'finding.objective-without-measure.advice': 'Write by which number you will see that it is reached.',
  'finding.objective-without-date': 'No date was found in the objective “{text}”.',
  'finding.objective-without-date.advice': 'Write until when it is to be reached.',
  'finding.many-objectives': 'There are {count} objectives; more than {most} are hard to keep in mind.',
  'finding.many-objectives.advice': 'Join those that belong together, or leave some for later.',
  'finding.empty-brings': '{partner} has not written what it brings.',
  'finding.empty-brings.advice': 'Ask {partner} for skills, people, money, access or reach.',
  'finding.empty-needs': '{partner} has not written what it needs.',
  'finding.empty-needs.advice': 'Ask {partner} which of its own priorities this serves.',
  'finding.contested': 'Partners are {gap} points apart on “{text}”.',
  'finding.contested.advice': 'Ask whoever rates it lowest: “What would make it a 5 for you?”',

  'alignment.aligned': 'aligned',
  'alignment.forming': 'forming',
  'alignment.contested': 'contested',
  'alignment.unrated': 'not rated',
  'picture.moved': '{after}, was {before}',
  'picture.facts': 'Mean {mean} · spread {spread} · gap {gap}',
  'picture.movement': '{movement} since the first check',
  'report.number': 'No.',
  'report.objective': 'Objective',
  'report.statement': 'Statement',
  'report.question': 'Question',
  'report.mean': 'Mean',
  'report.spread': 'Spread',
  'report.gap': 'Gap',
  'report.alignment': 'Alignment',
  'report.alignmentTitle': 'Alignment check: means from 1 to 5',
  'report.movement': 'What changed since the first check',
  'report.before': 'First check',
  'report.after': 'Last check',
} as const;

/** A key of this template's texts. */
export type VisionTextKey = keyof typeof en;

/** The texts of the vision alignment. */
export const texts: TextTable<VisionTextKey> = { en };
