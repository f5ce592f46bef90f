import { onGrid } from './grid.ts';

/** What the width of a whole board decides for everything on it. */
export interface Sheet {
  readonly w: number;
  /** Times tldraw's text sizes for headings and the agenda: as much larger as the board is wider, in steps, so that they are read at zoom-to-fit. */
  readonly scale: number;
  /** Free space above a section, in which tldraw writes its name. */
  readonly nameRoom: number;
  /** The same above narrow sections, whose names take two lines. */
  readonly longNameRoom: number;
}

/** tldraw writes a frame's name 12 px high on the screen at any zoom; with its box it takes so much of the screen. */
const nameRoomOnScreen = 36;
const longNameRoomOnScreen = 52;
/** On a sheet so wide, zoomed to fit a laptop's screen, tldraw's size m is some 12 px high. */
const largeTextW = 2000;
/** The narrowest canvas that a whole board is meant to be read on: a laptop's, beside the open side panel. */
const screenW = 1200;

/** The sheet of a board that is so wide: names of sections do not run into what is above them at zoom-to-fit. */
export function sheetOf(w: number): Sheet {
  return {
    w,
    scale: Math.min(4, Math.max(1, Math.round((w / largeTextW) * 4) / 4)),
    nameRoom: roomFor(nameRoomOnScreen, w),
    longNameRoom: roomFor(longNameRoomOnScreen, w),
  };
}

function roomFor(onScreen: number, w: number): number {
  return onGrid(Math.max(80, (onScreen * w) / screenW));
}
