export type * from './Step.ts';
export { agendaSchema, stepSchema } from './agenda/stepSchema.ts';
export { missedDate, type OpenDate } from './agenda/openDates.ts';
export { currentStep, stepPlace, type StepPlace } from './agenda/runningAgenda.ts';
export type { CountedRound, PastTally, Vote } from './ballots/BallotsState.ts';
export { ratedThings, ratingKey, type RatedThing } from './ballots/ratedThings.ts';
export {
  tallySchema,
  type DotsTally,
  type Item,
  type RatingsTally,
  type Tally,
} from './ballots/tallySchemas.ts';
export { canvasRight, type CanvasRight } from './canvas/canvasRight.ts';
export { shuffled, type Chance } from './core/Chance.ts';
export {
  type Command,
  type CommandType,
  commandTypes,
  parseCommand,
  permissions,
  type Request,
} from './core/Command.ts';
export { type Decision, decide } from './core/decide.ts';
export { type EventType, eventFormat, eventTypes, parseEvent, type WorkshopEvent } from './core/Event.ts';
export { evolve } from './core/evolve.ts';
export { type CommandResult, commandResultSchema, type Ephemeral, ephemeralSchema } from './core/Outcome.ts';
export {
  applyPrivateChanges,
  type Ballot,
  type Draft,
  type PrivateChange,
  type Privates,
} from './core/Privates.ts';
export { type Reaction, reactions } from './core/reactions.ts';
export { addReceipt, type Receipt, type Receipts } from './core/Receipts.ts';
export { type Refusal, type RefusalCode, refusal, refusalSchema, refusalSentences } from './core/Refusal.ts';
export type { Member, Roster } from './core/Roster.ts';
export type { Who } from './core/Shape.ts';
export { mechanicNames, type MechanicName } from './core/shapes.ts';
export { initialState, type WorkshopState } from './core/State.ts';
export { viewFor } from './core/viewFor.ts';
export { type MechanicView, type WorkshopView, workshopViewSchema } from './core/View.ts';
export { applyDecision, newWorkshop, type Workshop } from './core/Workshop.ts';
export { revealedNoteSchema } from './drafts/draftsShape.ts';
export type { RevealedNote } from './drafts/revealDrafts.ts';
export { workshopLimits } from './limits.ts';
export { isFromLastTime, runNow } from './outcomes/lastTime.ts';
export type { Action, DecisionRecord } from './outcomes/OutcomesState.ts';
export { refusePartnerChange } from './people/partnerChange.ts';
export type { Agreement, Signature } from './signatures/SignaturesState.ts';
export type { Restatement } from './restatements/RestatementsState.ts';
