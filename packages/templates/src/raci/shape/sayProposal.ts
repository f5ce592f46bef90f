import type { Translate } from '../../translate.ts';
import type { Proposal } from '../proposalsOf.ts';
import type { RaciTextKey } from '../texts.ts';

/** What partners said of a cell, in words: "AR: North, South". */
export function sayProposal(t: Translate<RaciTextKey>, { letters, partners }: Proposal): string {
  const names = partners.map(({ name }) => name).join(', ');
  return `${letters.length === 0 ? t('report.nothing') : letters.join('')}: ${names}`;
}
