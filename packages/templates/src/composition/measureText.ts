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

/** The lines a text takes when it wraps at `w` px: a cautious estimate, never fewer than are drawn. */
export function breakIntoLines(text: string, w: number, style: TextStyle): string[] {
  const perLine = Math.max(1, glyphsAcross(w, style));
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, perLine));
}

/** The first lines of a text, `most` of them at the most; where there is more of it, the last one is filled and ends in an ellipsis. */
export function firstLines(text: string, w: number, style: TextStyle, most: number): string[] {
  const lines = breakIntoLines(text, w, style);
  if (lines.length <= most) return lines;
  const whole = lines.slice(0, most - 1);
  const rest = lines.slice(most - 1).join(' ');
  const [start = ''] = breakWord(rest, Math.max(1, glyphsAcross(w, style) - 1));
  return [...whole, `${start.trimEnd()}…`];
}

/** The height that a text takes when it wraps at `w` px, on the grid. */
export function measureTextHeight(text: string, w: number, style: TextStyle): number {
  const lines = breakIntoLines(text, w, style).length;
  return onGrid(lines * fontPx[style.size] * (style.scale ?? 1) * lineHeight);
}

/** The width of a text on one line in glyphs of average width; wide scripts and pictures count double. */
export function widthInGlyphs(text: string): number {
  // A layout is tried at many widths, and most texts have no wide glyph in them.
  if (!wideGlyph.test(text)) return text.length;
  let width = 0;
  for (const letter of text) width += wideGlyph.test(letter) ? 2 : 1;
  return width;
}

const wideGlyph = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u;

function glyphsAcross(w: number, { size, bold, scale = 1 }: TextStyle): number {
  return w / (fontPx[size] * scale * (bold === true ? boldGlyph : averageGlyph));
}

function breakParagraph(paragraph: string, perLine: number): string[] {
  if (widthInGlyphs(paragraph) <= perLine) return [paragraph];
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ').flatMap((word) => breakWord(word, perLine))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthInGlyphs(longer) <= perLine || line === '') {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  return [...lines, line];
}

/** A word wider than a line is broken over several, as tldraw does. */
function breakWord(word: string, perLine: number): string[] {
  if (widthInGlyphs(word) <= perLine) return [word];
  const parts: string[] = [];
  let part = '';
  let width = 0;
  for (const letter of word) {
    const own = widthInGlyphs(letter);
    if (part !== '' && width + own > perLine) {
      parts.push(part);
      part = '';
      width = 0;
    }
    part += letter;
    width += own;
  }
  return [...parts, part];
}
