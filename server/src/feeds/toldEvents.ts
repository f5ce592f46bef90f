import type { WorkshopEvent } from '@common-ground/workshop';

type EventOf<T extends WorkshopEvent['type']> = Extract<WorkshopEvent, { type: T }>;

const told = [
  'drafts.revealed',
  'agenda.stepEntered',
  'agenda.openUntilSet',
  'outcomes.decisionAdded',
] as const;
const toldTypes: ReadonlySet<string> = new Set(told);

/** The events of a workshop that somebody away hears of. */
export type ToldEvent = EventOf<(typeof told)[number]>;
/** The events that may change what is due, and when. */
export type OutcomesEvent = Extract<WorkshopEvent, { type: `outcomes.${string}` }>;

/** Whether somebody away hears of an event. */
export function isTold(event: WorkshopEvent): event is ToldEvent {
  return toldTypes.has(event.type);
}

/** Whether an event may change what is due, and when. */
export function changesOutcomes(event: WorkshopEvent): event is OutcomesEvent {
  return event.type.startsWith('outcomes.');
}
