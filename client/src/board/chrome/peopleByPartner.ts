import type { Partner } from '@common-ground/protocol';
import type { BoardPerson } from './model.ts';

/** People of one partner, or of none. */
export interface PeopleGroup {
  readonly partner: Partner | null;
  readonly people: readonly BoardPerson[];
}

/**
 * People by partner, in the partners' order, those without one last: you first, then who is here, then by name.
 * Every partner has a group, so that a missing one is seen; the group without a partner is there only if needed.
 */
export function peopleByPartner(
  partners: readonly Partner[],
  people: readonly BoardPerson[],
): readonly PeopleGroup[] {
  const known = new Set(partners.map(({ id }) => id));
  const groups: PeopleGroup[] = partners.map((partner) => ({
    partner,
    people: people.filter((person) => person.partner?.id === partner.id).toSorted(byPresence),
  }));
  const rest = people.filter(({ partner }) => partner === null || !known.has(partner.id));
  return rest.length === 0 ? groups : [...groups, { partner: null, people: rest.toSorted(byPresence) }];
}

function byPresence(one: BoardPerson, other: BoardPerson): number {
  return (
    Number(other.isYou) - Number(one.isYou) ||
    Number(other.isHere) - Number(one.isHere) ||
    one.name.localeCompare(other.name)
  );
}
