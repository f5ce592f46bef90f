import type { RoomHooks } from '@common-ground/sync';

/** Hooks that tell both, the first one first. */
export function joinHooks(first: RoomHooks, second: RoomHooks): RoomHooks {
  const names = new Set([...Object.keys(first), ...Object.keys(second)]) as Set<keyof RoomHooks>;
  return Object.fromEntries([...names].map((name) => [name, both(first[name], second[name])]));
}

function both<Args extends never[]>(
  first: ((...args: Args) => void) | undefined,
  second: ((...args: Args) => void) | undefined,
): (...args: Args) => void {
  return (...args) => {
    first?.(...args);
    second?.(...args);
  };
}
