import type { TextTable } from '../translate.ts';

const en = {
  name: 'Conflict resolution',
  purpose:
    'Move from positions to interests and leave with an agreement that each party can sign, or a clear next level.',
  whenToUse: 'When two or more partners are at odds and all of them are willing to sit at one table.',
  whenNot:
    'When somebody is not safe in the room, or when the matter has to be decided by a court or an authority.',
  howTo:
    'Hear each other first, then look for what both sides need. Nobody has to agree to what they cannot live with.',

  'party.first': 'First party',
  'party.second': 'Second party',
  'party.other': 'Other party',

  'section.rules.title': 'Ground rules',
  'section.rules.prompt': 'What do we ask of each other while we talk? Everyone accepts before we go on.',
  'rule.ourselves': 'We speak for ourselves.',
  'rule.listen': 'One speaks, the others listen.',
  'rule.describe': 'We describe what happened and do not judge.',
  'rule.stays': 'What is said here stays here.',
  'section.issue.title': 'The issue in neutral words',
  'section.issue.prompt': 'One sentence that every party can say yes to: what do we have to settle?',
  'section.happened.title': 'What happened · {party}',
  'section.happened.prompt': 'What we saw and heard',
  'section.effect.title': 'Effect on us · {party}',
  'section.effect.prompt': 'What it did to our work and people',
  'section.need.title': 'What we need · {party}',
  'section.need.prompt': 'The need behind what we want',
  'section.ask.title': 'What we ask · {party}',
  'section.ask.prompt': 'A request the others can say yes or no to',
  'section.heard.title': 'Heard · {party}',
  'section.heard.prompt': 'The others say it back: heard, or not quite?',
  'section.shared.title': 'Shared interests',
  'section.shared.prompt': 'What do all of us need?',
  'section.differing.title': 'Differing interests',
  'section.differing.prompt': 'What does one party need that another does not?',
  'section.options.title': 'Options',
  'section.options.prompt': 'What could settle it? One option a note. No judging yet.',
  'section.agreement.title': 'Agreement',
  'section.agreement.prompt': 'Who does what by when? One line a note.',
  'section.escalation.title': 'Escalation ladder',
  'section.escalation.prompt': 'If we cannot settle it here: who decides next, and within how long?',
  'level.leads.title': '1  Working leads',
  'level.leads.time': '5 days',
  'level.sponsors.title': '2  Sponsors',
  'level.sponsors.time': '10 days',
  'level.executives.title': '3  Executives',
  'level.executives.time': '15 days',
  'level.mediator.title': '4  Outside mediator',
  'level.mediator.time': 'by agreement',

  'step.rules.title': 'Ground rules',
  'step.rules.instruction':
    'Read the ground rules, change what does not fit, and accept them. We go on when everyone has.',
  'step.frame.title': 'Frame the issue',
  'step.frame.instruction': 'Find one neutral sentence for the issue. It stands when nobody objects.',
  'step.view.title': 'Our view',
  'step.view.instruction':
    'Each party writes what happened, what it did, what it needs and what it asks. Only your own party sees it for now.',
  'step.exchange.title': 'Exchange',
  'step.exchange.instruction': 'One party’s lane is revealed at a time. Listen; ask only to understand.',
  'step.reflect.title': 'Reflect back',
  'step.reflect.instruction':
    'Say back what you heard from the other party. The speaker answers heard or not quite, and what is missing.',
  'step.interests.title': 'Interests',
  'step.interests.instruction': 'Sort what everybody needs into shared and differing interests.',
  'step.options.title': 'Options',
  'step.options.instruction':
    'Write down every option that could settle the issue. No judging; nobody sees it before the reveal.',
  'step.weigh.title': 'Weigh',
  'step.weigh.instruction': 'Each party rates each option from −2 to +2. Each party’s result is shown.',
  'step.agree.title': 'Agree',
  'step.agree.instruction':
    'Begin with the option that is best for the least happy party. Write who does what by when.',
  'step.sign.title': 'Sign',
  'step.sign.instruction':
    'Each party signs the agreement as it stands. A later change voids the signatures.',
  'step.follow.title': 'Follow-up',
  'step.follow.instruction': 'Set the date on which you look at the agreement again.',

  'question.support': 'How well could we live with this option?',
  'scale.min': 'Not acceptable to us',
  'scale.max': 'We gladly do it',
} as const;

/** A key of this template's texts. */
export type ConflictTextKey = keyof typeof en;

/** The texts of the conflict resolution. */
export const texts: TextTable<ConflictTextKey> = { en };
