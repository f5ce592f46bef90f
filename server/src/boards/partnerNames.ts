import {
  nextPartnerColour,
  type Partner,
  type PartnerColour,
  type PartnerId,
  type PartnerInput,
} from '@common-ground/protocol';

/** A partner's name as it is compared: upper and lower case, wide and combined letters are the same. */
export function partnerNameKey(name: string): string {
  return name.normalize('NFKC').toLocaleLowerCase('en');
}

/** The colour a new partner gets: the one asked for if nobody has it, else the next free one. */
export function colourFor(wanted: PartnerColour | undefined, taken: readonly PartnerColour[]): PartnerColour {
  return wanted !== undefined && !taken.includes(wanted) ? wanted : nextPartnerColour(taken);
}

/** Partners for a new board from what was typed: each name once, each with a colour of its own. */
export function partnersFrom(inputs: readonly PartnerInput[], makeId: () => PartnerId): readonly Partner[] {
  const partners: Partner[] = [];
  const keys = new Set<string>();
  for (const { name, colour } of inputs) {
    const key = partnerNameKey(name);
    if (keys.has(key)) continue;
    keys.add(key);
    const taken = partners.map((partner) => partner.colour);
    partners.push({ id: makeId(), name, colour: colourFor(colour, taken) });
  }
  return partners;
}
