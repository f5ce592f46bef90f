import type { LayoutItem, SectionItem } from '@common-ground/board';
import type { Band } from '../composition/Band.ts';
import { columnGap, inset, onGrid, splitWidth } from '../composition/grid.ts';
import { headingScale, textAt } from '../composition/titleBand.ts';
import type { RaciContext } from './agenda.ts';
import type { RaciTextKey } from './texts.ts';
import { variantLetters } from './variants.ts';

/** What each letter of the variant means, side by side. */
export function lettersBand({ options, t }: RaciContext): Band {
  return ({ x, y, w }) => {
    const scale = headingScale(w);
    const keys = letterKeys(options.variant);
    const slots = splitWidth(
      w - 2 * inset,
      keys.map(() => 1),
      columnGap,
    );
    const columns = keys.map((key, index) => {
      const slot = slots[index] ?? { x: 0, w };
      const place = { x: x + inset + slot.x, y: y + inset, w: slot.w };
      const text = `${key.slice(-1)}  ${t(key)}`;
      const name = textAt({ key: `letters:${key}`, text, ...place }, { size: 'm', bold: true, scale });
      const below = { ...place, y: place.y + name.h };
      const means = textAt(
        { key: `letters:${key}:means`, text: t(`${key}.means`), ...below },
        { size: 's', scale },
      );
      return { items: [name, means], bottom: means.y + means.h };
    });
    const h = onGrid(Math.max(...columns.map((column) => column.bottom)) + inset - y);
    const title = t('section.letters.title');
    const panel: SectionItem = { kind: 'section', key: 'letters', title, prompt: '', x, y, w, h };
    return { items: [panel, ...columns.flatMap((column): LayoutItem[] => column.items)], h };
  };
}

type LetterKey = Extract<RaciTextKey, `letter.${string}.means`> extends `${infer Key}.means` ? Key : never;

function letterKeys(variant: RaciContext['options']['variant']): LetterKey[] {
  return variantLetters[variant].map((letter) => `letter.${variant}.${letter}` as LetterKey);
}
