import { atom, stopEventPropagation, type Atom } from '@tldraw/tldraw';
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import { useMemo } from 'react';
import type { DraggedLine, DropPlace } from '../dropPlace.ts';
import { dropPlaceOf } from '../dropPlace.ts';
import type { Matrix } from '../matrix.ts';

/** A row or column on its way, and where it would go. */
export interface LineOnItsWay extends DropPlace {
  readonly line: DraggedLine;
}

/** Drags rows and columns by the button that opens their menu. The same object for as long as the table stands. */
export interface LineDrag {
  /** What is being dragged just now. */
  readonly now: Atom<LineOnItsWay | null>;
  /** Begins with the pressing of a line's button; without a movement it stays a press. */
  readonly start: (event: ReactPointerEvent<HTMLElement>, line: DraggedLine) => void;
}

interface Dragging {
  readonly panel: RefObject<HTMLElement | null>;
  readonly newest: RefObject<Matrix>;
  /** The width that the table is wished to have, px of the page. */
  readonly wishedW: RefObject<number>;
  readonly drop: (line: DraggedLine, index: number) => void;
}

/** A movement as small as this is a press with an unsteady hand, px of the screen. */
const unsteadyPx = 6;

/** Rows and columns that are put elsewhere with mouse, pen or finger; Escape leaves them where they are. */
export function useLineDrag({ panel, newest, wishedW, drop }: Dragging): LineDrag {
  return useMemo(() => {
    const now: LineDrag['now'] = atom('line on its way', null);
    const placeUnder = (line: DraggedLine, { clientX, clientY }: PointerEvent): LineOnItsWay | null => {
      const point = pointIn(panel.current, clientX, clientY);
      const place = point === null ? null : dropPlaceOf(newest.current, wishedW.current, line, point);
      return place === null ? null : { ...place, line };
    };
    const start: LineDrag['start'] = (event, line) => {
      stopEventPropagation(event);
      if (event.button !== 0) return;
      followPointer(event.currentTarget, event.nativeEvent, {
        onMove: (moved) => now.set(placeUnder(line, moved)),
        onEnd: (isDropped) => {
          const place = now.get();
          now.set(null);
          if (isDropped && place !== null) drop(line, place.index);
        },
      });
    };
    return { now, start };
  }, [panel, newest, wishedW, drop]);
}

interface Following {
  readonly onMove: (event: PointerEvent) => void;
  readonly onEnd: (isDropped: boolean) => void;
}

/** Follows a pressed pointer once it moves, until it is let go; the click that would end it then opens nothing. */
function followPointer(grip: HTMLElement, down: PointerEvent, { onMove, onEnd }: Following): void {
  const ending = new AbortController();
  const { ownerDocument } = grip;
  let isMoving = false;
  const end = (isDropped: boolean) => {
    ending.abort();
    if (isMoving) onEnd(isDropped);
  };
  const handleMove = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    const way = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
    if (!isMoving && way < unsteadyPx) return;
    if (!isMoving) grip.setPointerCapture(down.pointerId);
    isMoving = true;
    onMove(event);
  };
  const handleClick = (event: Event) => {
    grip.removeEventListener('click', handleClick, true);
    if (!isMoving) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isMoving) return;
    event.stopPropagation();
    end(false);
  };
  const during = { signal: ending.signal, capture: true };
  ownerDocument.addEventListener('pointermove', handleMove, during);
  ownerDocument.addEventListener('pointerup', () => end(true), during);
  ownerDocument.addEventListener('pointercancel', () => end(false), during);
  ownerDocument.addEventListener('keydown', handleKey, during);
  grip.addEventListener('click', handleClick, true);
}

/** A point of the screen in the table, px of the page. */
function pointIn(panel: HTMLElement | null, clientX: number, clientY: number) {
  if (panel === null) return null;
  const { left, top, width } = panel.getBoundingClientRect();
  const zoom = width / panel.offsetWidth;
  return { x: (clientX - left) / zoom, y: (clientY - top) / zoom };
}
