import { fail, ok, type Result } from '@common-ground/protocol';
import { evolve, initialState, parseEvent, type WorkshopState } from '@common-ground/workshop';

/** How often it is looked how much has piled up; looking costs as much as many events. */
const lookEvery = 1_000;
/** Longest list in a workshop: ten times what `workshopLimits` lets people make of the longest. */
const maxListLength = 5_000;

/**
 * The workshop that the events of a board file lead to. Fails, naming no content, for more in one list than people could have
 * made: applying an event costs as much as its list is long, so whoever wrote such a file could hold up the server that reads it.
 */
export function foldEvents(events: readonly string[]): Result<WorkshopState, string> {
  let state = initialState;
  for (const [index, data] of events.entries()) {
    const event = parseEvent(JSON.parse(data));
    if (!event.ok) return fail(`at ${index}: ${event.error}`);
    state = evolve(state, event.value);
    const isTimeToLook = index % lookEvery === 0 || index === events.length - 1;
    if (isTimeToLook && longestList(state) > maxListLength) return fail('holds more than a workshop can');
  }
  return ok(state);
}

function longestList(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const parts: readonly unknown[] = Object.values(value);
  return parts.reduce<number>((most, inner) => Math.max(most, longestList(inner)), parts.length);
}
