import type { PartnerId } from '@common-ground/protocol';
import type { TallyPrivacy } from '../Step.ts';

/** Fewer people than this make no anonymous result: with two, each knows the other's answer. */
export const fewestPeople = 3;

/** The people of one partner (null: of none) who gave an answer. */
export interface Group<T> {
  readonly partnerId: PartnerId | null;
  readonly members: readonly T[];
}

/**
 * Which partners' results may be shown beside the result of all. By partner: each. Anonymous: those of at least three
 * people, as long as those not shown are none or at least three together; otherwise they could be worked out by
 * subtracting what is shown from the whole (complementary suppression, as official statistics do it: Hundepool et
 * al., Statistical Disclosure Control, 2012, chapter 4).
 */
export function publishableGroups<T>(groups: readonly Group<T>[], privacy: TallyPrivacy): Group<T>[] {
  if (privacy === 'by-partner') return [...groups];
  const bySize = groups
    .filter(({ members }) => members.length >= fewestPeople)
    .toSorted((one, other) => one.members.length - other.members.length);
  let hidden = sizeOf(groups) - sizeOf(bySize);
  while (bySize.length > 0 && hidden > 0 && hidden < fewestPeople)
    hidden += bySize.shift()?.members.length ?? 0;
  return groups.filter((group) => bySize.includes(group));
}

/** Groups by partner in the order given; partners without anybody are left out. */
export function groupByPartner<T>(
  values: readonly T[],
  partnerIds: readonly (PartnerId | null)[],
  partnerOfValue: (value: T) => PartnerId | null,
): Group<T>[] {
  return partnerIds
    .map((partnerId) => ({
      partnerId,
      members: values.filter((value) => partnerOfValue(value) === partnerId),
    }))
    .filter(({ members }) => members.length > 0);
}

function sizeOf<T>(groups: readonly Group<T>[]): number {
  return groups.reduce((sum, { members }) => sum + members.length, 0);
}
