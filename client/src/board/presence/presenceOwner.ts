import { parsePresence } from '@common-ground/protocol';
import type { BoardInfo } from '../connection/BoardInfo.ts';
import { cursorColour } from './cursorColour.ts';

/** The name and the colour (#rrggbb) under which an awareness state is shown; null for somebody the board does not know. */
export function presenceOwner(
  info: BoardInfo | null,
  state: unknown,
): { readonly name: string; readonly color: string } | null {
  const presence = parsePresence(state);
  const person = presence === null ? undefined : info?.participants.get(presence.pid);
  if (person === undefined) return null;
  const partner = info?.partners.find(({ id }) => id === person.partnerId);
  return { name: person.name, color: cursorColour(partner?.colour ?? null) };
}
