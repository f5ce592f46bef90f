import { onGrid } from './grid.ts';

/** What the width of a whole board decides for everything on it. */
export interface Sheet {
  readonly w: number;
  /** Times tldraw's text sizes for headings and the agenda: larger on a wider board, in steps, so that boards look alike. */
  readonly scale: number;
  /** Free space above a section, in which tldraw writes its name. */
  readonly nameRoom: number;
}

/** tldraw writes a frame's name 12 px high on the screen at any zoom; with its box it takes so much of the screen. */
const nameRoomOnScreen = 36;
/** The narrowest canvas that a whole board is meant to be read on: a laptop's, beside the open side panel. */
const screenW = 1200;

/** The sheet of a board that is so wide: names of sections do not run into what is above them at zoom-to-fit. */
export function sheetOf(w: number): Sheet {
  return {
    w,
    scale: Math.min(3, Math.max(1, Math.round((w / 4000) * 4) / 4)),
    nameRoom: onGrid(Math.max(80, (nameRoomOnScreen * w) / screenW)),
  };
}
