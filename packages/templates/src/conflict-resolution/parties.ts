import type { CanvasColour } from '@common-ground/board';
import type { PartnerId } from '@common-ground/protocol';
import { nextPartnerColour } from '@common-ground/protocol';
import type { TemplateContext } from '../defineTemplate.ts';
import type { ConflictTextKey } from './texts.ts';

/** What layout and agenda are made from. */
export type ConflictContext = TemplateContext<ConflictTextKey, object>;

/** A side of the conflict: a partner, or a place for one that has no name yet. */
export interface Party {
  /** Ends the keys of the party's sections. */
  readonly key: string;
  readonly name: string;
  readonly colour: CanvasColour;
  readonly partnerId?: PartnerId;
}

/** The parties of a conflict: the partners on the board, filled up to two, since nobody is in conflict alone. */
export function partiesOf({ partners, t }: Pick<ConflictContext, 'partners' | 't'>): readonly Party[] {
  const named = partners.map(({ id, name, colour }): Party => ({ key: id, name, colour, partnerId: id }));
  if (named.length >= 2) return named;
  const free = nextPartnerColour(partners.map((partner) => partner.colour));
  if (named.length === 1) return [...named, { key: 'other', name: t('party.other'), colour: free }];
  return [
    { key: 'first', name: t('party.first'), colour: free },
    { key: 'second', name: t('party.second'), colour: nextPartnerColour([free]) },
  ];
}

/** What a party says about the conflict, in the order in which it is written and read. */
export const facets = ['happened', 'effect', 'need', 'ask'] as const;

/** One of {@link facets}, or what the others say back. */
export type Facet = (typeof facets)[number] | 'heard';

/** The key of a party's section. */
export function facetKey(facet: Facet, party: Party): string {
  return `${facet}:${party.key}`;
}
