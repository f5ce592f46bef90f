import type { ModeOf } from '../agenda/runningAgenda.ts';
import type { Ballot } from '../core/Privates.ts';
import { type Roster, partnerOf } from '../core/Roster.ts';
import { type Group, fewestPeople, groupByPartner, publishableGroups } from './publishableGroups.ts';
import type { DotsTally, Item } from './tallySchemas.ts';

/**
 * Counts dots. With one voice a partner, each partner's dots are shared out so that they add up to 1 (people without a
 * partner are one voice together); such an anonymous result tells the order only, because scores and sums
 * together would give a small partner's votes away.
 */
export function countDots(
  ballots: readonly Ballot[],
  items: readonly Item[],
  mode: Pick<ModeOf<'vote'>, 'weight' | 'privacy'>,
  roster: Roster,
): DotsTally {
  const voters = ballots.filter((ballot) => sumOf(ballot) > 0);
  const isAnonymous = mode.privacy === 'anonymous';
  const base = { kind: 'dots', voters: voters.length } as const;
  if (isAnonymous && voters.length < fewestPeople) return { ...base, isSuppressed: true, items: [] };
  const partnerIds = [...roster.partners.map(({ id }) => id), null];
  const groups = groupByPartner(voters, partnerIds, ({ participantId }) => partnerOf(roster, participantId));
  const voices = mode.weight === 'partner' ? groups : null;
  const scores = items.map(({ itemId }) => (voices ? shareOf(voices, itemId) : dotsOn(voters, itemId)));
  const isOrderOnly = isAnonymous && voices !== null;
  const shown = isOrderOnly ? [] : publishableGroups(groups, mode.privacy);
  return {
    ...base,
    isSuppressed: false,
    items: items.map(({ itemId }, index) => ({
      itemId,
      rank: 1 + scores.filter((score) => score > (scores[index] ?? 0)).length,
      dots: isOrderOnly ? null : dotsOn(voters, itemId),
      score: isOrderOnly ? null : (scores[index] ?? 0),
      byPartner: shown.map(({ partnerId, members }) => ({
        partnerId,
        voters: members.length,
        dots: dotsOn(members, itemId),
      })),
    })),
  };
}

function shareOf(voices: readonly Group<Ballot>[], itemId: string): number {
  const share = voices.reduce((sum, { members }) => {
    const all = members.reduce((total, ballot) => total + sumOf(ballot), 0);
    return sum + dotsOn(members, itemId) / all;
  }, 0);
  // Rounded, so that a third and two sixths share a rank.
  return Math.round(share * 1_000) / 1_000;
}

function dotsOn(ballots: readonly Ballot[], itemId: string): number {
  return ballots.reduce(
    (sum, { answers }) => sum + (answers.find(({ key }) => key === itemId)?.value ?? 0),
    0,
  );
}

function sumOf({ answers }: Ballot): number {
  return answers.reduce((sum, { value }) => sum + value, 0);
}
