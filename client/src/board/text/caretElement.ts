import type { DecorationAttrs } from '@tiptap/pm/view';
import classes from './carets.module.css';
import type { CaretOwner } from './TextCarets.ts';

/** Somebody else's caret with their name, as it is put into the text. */
export function caretElement({ name, color }: CaretOwner): HTMLElement {
  const caret = document.createElement('span');
  caret.className = classes['caret'] ?? '';
  caret.style.setProperty('--caret-colour', color);
  caret.style.setProperty('--caret-ink', inkOn(color));
  caret.dataset['testid'] = 'text-caret';
  const label = document.createElement('span');
  label.className = classes['name'] ?? '';
  label.textContent = name;
  // Word joiners keep the line from breaking at the caret.
  caret.append('\u2060', label, '\u2060');
  return caret;
}

/** How text that somebody else has selected is tinted. */
export function selectionAttributes({ color }: CaretOwner): DecorationAttrs {
  return { style: `background-color: ${color}40` };
}

/** Black or white, whichever is read better on a colour (#rrggbb): relative luminance as in WCAG 2.2. */
function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  // Black and white contrast alike with this luminance.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
}
