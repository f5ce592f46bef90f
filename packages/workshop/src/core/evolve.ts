import { allRules } from './allRules.ts';
import type { WorkshopEvent } from './Event.ts';
import { mechanicNames } from './shapes.ts';
import type { WorkshopState } from './State.ts';

type AnyEvolve = Readonly<Record<string, ((slice: unknown, event: WorkshopEvent) => unknown) | undefined>>;

/** The state after one more event: every mechanic that names the event changes its own part. Never refuses. */
export function evolve(state: WorkshopState, event: WorkshopEvent): WorkshopState {
  const parts = mechanicNames.map((name) => {
    // Each mechanic's functions take that mechanic's part, which TypeScript cannot follow through a loop.
    const step = (allRules[name].evolve as AnyEvolve)[event.type];
    return [name, step ? step(state[name], event) : state[name]] as const;
  });
  return { version: state.version + 1, ...(Object.fromEntries(parts) as Omit<WorkshopState, 'version'>) };
}
