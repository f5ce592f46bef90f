import { agendaShape } from '../agenda/agendaShape.ts';
import { ballotsShape } from '../ballots/ballotsShape.ts';
import { canvasShape } from '../canvas/canvasShape.ts';
import { consentShape } from '../consent/consentShape.ts';
import { discussionShape } from '../discussion/discussionShape.ts';
import { draftsShape } from '../drafts/draftsShape.ts';
import { escalationShape } from '../escalation/escalationShape.ts';
import { leadingShape } from '../leading/leadingShape.ts';
import { outcomesShape } from '../outcomes/outcomesShape.ts';
import { peopleShape } from '../people/peopleShape.ts';
import { restatementsShape } from '../restatements/restatementsShape.ts';
import { signaturesShape } from '../signatures/signaturesShape.ts';
import { timerShape } from '../timer/timerShape.ts';

/** Every mechanic of the workshop: a new one is a folder, a line here, and the line in allRules.ts that the compiler then asks for. */
export const shapes = {
  agenda: agendaShape,
  timer: timerShape,
  drafts: draftsShape,
  ballots: ballotsShape,
  discussion: discussionShape,
  restatements: restatementsShape,
  consent: consentShape,
  signatures: signaturesShape,
  outcomes: outcomesShape,
  escalation: escalationShape,
  people: peopleShape,
  leading: leadingShape,
  canvas: canvasShape,
} as const;

/** See {@link shapes}. */
export type Shapes = typeof shapes;
/** The name of a mechanic, and of its part in state and view. */
export type MechanicName = keyof Shapes;
/** All mechanics, in the order in which they are asked. */
export const mechanicNames = Object.keys(shapes) as MechanicName[];
