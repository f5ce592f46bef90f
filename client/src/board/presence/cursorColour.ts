import type { PartnerColour } from '@common-ground/protocol';
import { partnerShades } from '../../partners/partnerStyles.ts';

/** The colour of somebody's cursor, as #rrggbb, seen well on light and dark paper; yellow for a person of no partner. */
export function cursorColour(colour: PartnerColour | null): string {
  // Black lines vanish on dark paper and white ones on light: both get a grey that shows on either.
  if (colour === 'black' || colour === 'white') return '#8f8a82';
  return partnerShades[colour ?? 'yellow'].light.solid;
}
