import type { TextItem } from '@common-ground/board';
import { onGrid } from './grid.ts';

/** Font sizes of tldraw's text sizes, px. */
export const fontPx = { s: 18, m: 24, l: 36, xl: 44 } as const satisfies Record<TextItem['size'], number>;

/** tldraw's line height, times the font size. */
export const lineHeight = 1.35;

/** Average width of a glyph of a sans font, times the font size; measured texts come out a little narrower. */
const averageGlyph = 0.55;
/** Bold letters are wider. */
const boldGlyph = 0.6;

/** What decides how much room a text takes. */
export interface TextStyle {
  readonly size: TextItem['size'];
  readonly bold?: boolean;
  readonly scale?: number;
}

/** Number of lines a text takes when it wraps at `w` px: a cautious estimate, never fewer than are drawn. */
export function countLines(text: string, w: number, style: TextStyle): number {
  const perLine =
    w / (fontPx[style.size] * (style.scale ?? 1) * (style.bold === true ? boldGlyph : averageGlyph));
  return text.split('\n').reduce((sum, paragraph) => sum + linesOf(paragraph, perLine), 0);
}

/** The height that a text takes when it wraps at `w` px, on the grid. */
export function measureTextHeight(text: string, w: number, style: TextStyle): number {
  return onGrid(countLines(text, w, style) * fontPx[style.size] * (style.scale ?? 1) * lineHeight);
}

function linesOf(paragraph: string, perLine: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    const width = widthInGlyphs(word);
    const withSpace = used === 0 ? width : used + 1 + width;
    if (withSpace <= perLine) {
      used = withSpace;
      continue;
    }
    if (used > 0) lines += 1;
    // A word wider than a line is broken over several, as tldraw does.
    const extra = Math.max(0, Math.ceil(width / perLine) - 1);
    lines += extra;
    used = width - extra * perLine;
  }
  return lines;
}

/** Scripts whose letters are as wide as they are high count double. */
function widthInGlyphs(word: string): number {
  let width = 0;
  for (const letter of word)
    width += /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u.test(letter)
      ? 2
      : 1;
  return width;
}
