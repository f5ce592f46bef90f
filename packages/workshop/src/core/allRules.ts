import { agendaRules } from '../agenda/agendaRules.ts';
import { ballotsRules } from '../ballots/ballotsRules.ts';
import { canvasRules } from '../canvas/canvasRules.ts';
import { consentRules } from '../consent/consentRules.ts';
import { discussionRules } from '../discussion/discussionRules.ts';
import { draftsRules } from '../drafts/draftsRules.ts';
import { escalationRules } from '../escalation/escalationRules.ts';
import { leadingRules } from '../leading/leadingRules.ts';
import { outcomesRules } from '../outcomes/outcomesRules.ts';
import { peopleRules } from '../people/peopleRules.ts';
import { restatementsRules } from '../restatements/restatementsRules.ts';
import { signaturesRules } from '../signatures/signaturesRules.ts';
import { timerRules } from '../timer/timerRules.ts';
import type { Rules } from './Rules.ts';
import type { MechanicName } from './shapes.ts';

/** How every mechanic behaves, beside {@link shapes}. */
export const allRules: { readonly [M in MechanicName]: Rules<M> } = {
  agenda: agendaRules,
  timer: timerRules,
  drafts: draftsRules,
  ballots: ballotsRules,
  discussion: discussionRules,
  restatements: restatementsRules,
  consent: consentRules,
  signatures: signaturesRules,
  outcomes: outcomesRules,
  escalation: escalationRules,
  people: peopleRules,
  leading: leadingRules,
  canvas: canvasRules,
};
