import type { Partner, PartnerId } from '@common-ground/protocol';
import type { ComparedCell } from './compareViews.ts';
import type { MatrixLetter } from './variants.ts';

/** Letters that some partners saw in a cell, and who they are. */
export interface Proposal {
  /** None: these partners left the cell empty. */
  readonly letters: readonly MatrixLetter[];
  readonly partners: readonly Partner[];
}

/** What the partners said of a cell, each thing once, those said by most first. */
export function proposalsOf({ views }: ComparedCell, partners: readonly Partner[]): readonly Proposal[] {
  const byLetters = Map.groupBy(views, ({ letters }) => letters.join(''));
  return [...byLetters.values()]
    .map((same) => ({
      letters: same[0]?.letters ?? [],
      partners: same.flatMap(({ partnerId }) => partnerOf(partners, partnerId)),
    }))
    .toSorted((one, other) => other.partners.length - one.partners.length);
}

function partnerOf(partners: readonly Partner[], partnerId: PartnerId): Partner[] {
  const partner = partners.find(({ id }) => id === partnerId);
  return partner === undefined ? [] : [partner];
}
