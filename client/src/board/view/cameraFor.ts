/** A part of a page, page px. */
export interface PagePart {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The size of the canvas on screen, px. */
export interface ScreenSize {
  readonly w: number;
  readonly h: number;
}

/** Where a page is looked at from, as tldraw has it: what is added to page px, and the zoom. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Screen px kept clear around what is shown: tldraw's menu stands above the canvas and its tools below. */
const clearPx = { top: 56, bottom: 84, side: 24 };
/** Screen px above a section in which tldraw writes its name. */
const namePx = 28;
/** Below this zoom titles of sections lie over each other on a narrow screen. */
const leastZoomOnPhone = 0.28;
/** What a finger hits, screen px (Apple asks for 44, Google for 48). */
const fingerPx = 44;
/** Below this zoom names of sections lie over what stands above them: better some of a step's sections than all of them. */
const leastZoomOfSections = 0.08;

/** The camera that shows a part of a page whole and in the middle, no larger than life; above it stay `abovePx` of the screen free. */
export function cameraFor(part: PagePart, screen: ScreenSize, abovePx = 0): Camera {
  const top = clearPx.top + abovePx;
  const roomX = Math.max(1, screen.w - 2 * clearPx.side);
  const roomY = Math.max(1, screen.h - top - clearPx.bottom);
  const z = Math.min(1, roomX / part.w, roomY / part.h);
  return {
    x: (clearPx.side + (roomX - part.w * z) / 2) / z - part.x,
    y: (top + (roomY - part.h * z) / 2) / z - part.y,
    z,
  };
}

/** How several things are shown. */
interface ShownAs {
  readonly hasNames: boolean;
  readonly isPhone: boolean;
  /** The height of the smallest thing among them that is pressed, px of the page; null where nothing is. */
  readonly pressedH?: number | null;
}

/**
 * The camera for several things at once: sections with their names above them, or a whole board. A screen that cannot show
 * them all legibly begins at their top left.
 */
export function cameraForMany(
  whole: PagePart,
  screen: ScreenSize,
  { hasNames, isPhone, pressedH = null }: ShownAs,
): Camera {
  const abovePx = hasNames ? namePx : 0;
  const leastZoom = isPhone ? leastOnPhone(pressedH) : hasNames ? leastZoomOfSections : 0;
  if (leastZoom === 0) return cameraFor(whole, screen, abovePx);
  const roomX = Math.max(1, screen.w - 2 * clearPx.side);
  const roomY = Math.max(1, screen.h - clearPx.top - abovePx - clearPx.bottom);
  const part = {
    x: whole.x,
    y: whole.y,
    w: Math.min(whole.w, roomX / leastZoom),
    h: Math.min(whole.h, roomY / leastZoom),
  };
  return cameraFor(part, screen, abovePx);
}

/** What is pressed is to be large enough for a finger. */
function leastOnPhone(pressedH: number | null): number {
  return pressedH === null ? leastZoomOnPhone : Math.max(leastZoomOnPhone, fingerPx / pressedH);
}

/** Whether this is a phone's window, however wide the canvas in it is. */
export function isPhoneWindow(): boolean {
  return matchMedia('(max-width: 48em)').matches;
}
