/** Side of a sticky note, px (tldraw's NOTE_SIZE). */
export const noteSidePx = 200;
/** Room between a note's edge and its text, px (tldraw's LABEL_PADDING). */
const notePaddingPx = 16;
/** Font size of a note's label in size m, px (tldraw's LABEL_FONT_SIZES). */
const noteFontPx = 22;
/** tldraw's line height, times the font size. */
const lineHeight = 1.35;
/** Average width of a glyph of a sans font, times the font size; measured texts come out a little narrower. */
const averageGlyph = 0.55;
/** Letters and pictures that are about twice as wide. */
const wideGlyph = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\uff60]|\p{Extended_Pictographic}/u;

/**
 * How much higher than its width a note becomes by its text, px: tldraw's `growY`, which browsers measure when somebody
 * writes. A note made where there is no browser gets this estimate, which is rather too high, until then.
 */
export function estimateGrowY(text: string): number {
  const height = estimateTextHeight(text, noteSidePx - 2 * notePaddingPx, noteFontPx) + 2 * notePaddingPx;
  return Math.max(0, Math.ceil(height) - noteSidePx);
}

/** The height that a text takes when it wraps at `w` px, in px. */
export function estimateTextHeight(text: string, w: number, fontPx: number): number {
  const perLine = Math.max(1, Math.floor(w / (fontPx * averageGlyph)));
  const lines = text.split('\n').reduce((sum, paragraph) => sum + linesOf(paragraph, perLine), 0);
  return lines * fontPx * lineHeight;
}

function linesOf(paragraph: string, perLine: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    const width = widthOf(word);
    if (used > 0 && used + 1 + width <= perLine) {
      used += 1 + width;
      continue;
    }
    if (used > 0) lines += 1;
    // A word wider than a line is broken over several.
    lines += Math.max(0, Math.ceil(width / perLine) - 1);
    used = width > perLine ? width % perLine : width;
  }
  return lines;
}

function widthOf(word: string): number {
  let width = 0;
  for (const letter of word) width += wideGlyph.test(letter) ? 2 : 1;
  return width;
}
