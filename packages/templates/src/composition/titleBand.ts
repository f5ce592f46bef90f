import type { Band } from './Band.ts';
import { onGrid } from './grid.ts';
import type { Sheet } from './Sheet.ts';
import { textAt } from './textAt.ts';

/** The title and, in one line, how to work on the board. */
export function titleBand(title: string, howTo: string): Band {
  return ({ x, y, w }, { scale }) => {
    const heading = textAt('title', title, { x, y, w }, { size: 'xl', bold: true, scale: 1.25 * scale });
    const below = y + heading.h + onGrid(8 * scale);
    const line = textAt('howTo', howTo, { x, y: below, w }, { size: 'm', scale });
    return { items: [heading, line], h: line.y + line.h - y };
  };
}

/** A band below a heading. */
export function withHeading(
  key: string,
  text: string,
  band: Band,
  nameRoomOf: (sheet: Sheet) => number = ({ nameRoom }) => nameRoom,
): Band {
  return ({ x, y, w }, sheet) => {
    const heading = textAt(key, text, { x, y, w }, { size: 'l', bold: true, scale: sheet.scale });
    const headH = heading.h + nameRoomOf(sheet);
    const below = band({ x, y: y + headH, w }, sheet);
    return { items: [heading, ...below.items], h: headH + below.h };
  };
}
