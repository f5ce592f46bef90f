import { parsePresence, type ParticipantId } from '@common-ground/protocol';
import type { Awareness } from 'y-protocols/awareness';

/** Tells who else has the board open, now and whenever it changes. Returns what stops that. */
export function watchPresentIds(
  awareness: Awareness,
  onChange: (ids: ReadonlySet<ParticipantId>) => void,
): () => void {
  let known: ReadonlySet<ParticipantId> | null = null;
  const refresh = () => {
    const present = presentIds(awareness);
    if (known !== null && sameSet(known, present)) return;
    known = present;
    onChange(present);
  };
  awareness.on('change', refresh);
  refresh();
  return () => awareness.off('change', refresh);
}

function presentIds(awareness: Awareness): Set<ParticipantId> {
  const present = new Set<ParticipantId>();
  for (const [clientId, state] of awareness.getStates()) {
    if (clientId === awareness.clientID) continue;
    const presence = parsePresence(state);
    if (presence !== null) present.add(presence.pid);
  }
  return present;
}

function sameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((entry) => b.has(entry));
}
