import { nextPartnerColour, type Partner, type PartnerColour } from '@common-ground/protocol';
import { isSameName } from '../partners/isSameName.ts';
import type { RememberedPartner } from '../session/boardSessions.ts';

/** What somebody answers to "you are with". */
export type PartnerAnswer =
  | { readonly kind: 'none' }
  | { readonly kind: 'listed'; readonly name: string }
  | { readonly kind: 'other'; readonly name: string; readonly colour: PartnerColour };

/** The answer to start with: the partner this browser was with last, when it is on the board. */
export function firstAnswer(partners: readonly Partner[], lastPartnerName: string | null): PartnerAnswer {
  const known = partners.find(({ name }) => isSameName(name, lastPartnerName ?? ''));
  return known === undefined ? { kind: 'none' } : { kind: 'listed', name: known.name };
}

/** An empty answer for a partner that is not on the list, in the next free colour. */
export function otherAnswer(partners: readonly Partner[]): PartnerAnswer {
  return { kind: 'other', name: '', colour: nextPartnerColour(partners.map(({ colour }) => colour)) };
}

/** What is wrong with an answer, or null. */
export function faultOf(answer: PartnerAnswer, partners: readonly Partner[]): 'missing' | 'twice' | null {
  if (answer.kind !== 'other') return null;
  if (answer.name.trim() === '') return 'missing';
  return partners.some(({ name }) => isSameName(name, answer.name)) ? 'twice' : null;
}

/** The partner to join with. */
export function partnerOf(answer: PartnerAnswer): RememberedPartner | null {
  if (answer.kind === 'none') return null;
  return answer.kind === 'listed'
    ? { name: answer.name }
    : { name: answer.name.trim(), colour: answer.colour };
}
