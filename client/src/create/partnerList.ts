import { limits, nameSchema, nextPartnerColour, type PartnerColour } from '@common-ground/protocol';
import { isSameName } from '../partners/isSameName.ts';

/** A partner of a board that is not created yet. */
export interface DraftPartner {
  readonly name: string;
  readonly colour: PartnerColour;
}

/** Why a name was not added. */
export type PartnerFault = { readonly kind: 'twice'; readonly name: string } | { readonly kind: 'full' };

/** What adding leads to: the new list, and the first fault if not everything could be added. */
export interface Added {
  readonly partners: readonly DraftPartner[];
  readonly fault: PartnerFault | null;
}

/**
 * Adds the names in a text, one a line or separated by commas or semicolons, each in the next free colour. Names
 * that are on the list already, or that there is no room for, are left out and reported.
 */
export function addPartners(partners: readonly DraftPartner[], text: string): Added {
  return namesIn(text).reduce<Added>((sofar, name) => addPartner(sofar, name), { partners, fault: null });
}

/** The list without the partner of this name. */
export function removePartner(partners: readonly DraftPartner[], name: string): readonly DraftPartner[] {
  return partners.filter((partner) => partner.name !== name);
}

/** Gives a partner a colour; who had that colour gets the partner's old one, so that no two share one. */
export function recolourPartner(
  partners: readonly DraftPartner[],
  name: string,
  colour: PartnerColour,
): readonly DraftPartner[] {
  const old = partners.find((partner) => partner.name === name)?.colour;
  if (old === undefined) return partners;
  return partners.map((partner) => {
    if (partner.name === name) return { ...partner, colour };
    return partner.colour === colour ? { ...partner, colour: old } : partner;
  });
}

/** Whether a board can be created with so many partners: with none yet, or with at least two. */
export function isPartnerCountFine(count: number): boolean {
  return count === 0 || (count >= limits.minPartners && count <= limits.maxPartners);
}

function addPartner({ partners, fault }: Added, name: string): Added {
  const known = partners.find((partner) => isSameName(partner.name, name));
  if (known !== undefined) return { partners, fault: fault ?? { kind: 'twice', name: known.name } };
  if (partners.length >= limits.maxPartners) return { partners, fault: fault ?? { kind: 'full' } };
  const colour = nextPartnerColour(partners.map((partner) => partner.colour));
  return { partners: [...partners, { name, colour }], fault };
}

function namesIn(text: string): string[] {
  return text
    .split(/[\n\r,;\t]+/u)
    .map((part) => nameSchema.safeParse(part.slice(0, limits.maxNameLength)).data)
    .filter((name) => name !== undefined);
}
