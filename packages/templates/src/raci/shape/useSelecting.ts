import type { RefObject } from 'react';
import { useEffect } from 'react';
import type { Matrix } from '../matrix.ts';
import type { MatrixPlace } from '../pasteBlock.ts';
import { placeOf } from './placeOf.ts';
import type { RangeSelection } from './RangeSelection.ts';

interface Selecting {
  readonly selection: RangeSelection;
  /** The newest matrix as it is shown. */
  readonly newest: RefObject<Matrix>;
  /** Extends the selection to a place, and goes there. */
  readonly extendTo: (place: MatrixPlace) => void;
}

/**
 * Selects places as a spreadsheet does: where the focus goes, Shift and a press extends, and the mouse that is dragged across.
 * Fingers do not drag: they move the board.
 */
export function useSelecting(panel: RefObject<HTMLElement | null>, selecting: Selecting): void {
  useEffect(() => {
    const target = panel.current;
    if (target === null) return undefined;
    const stops = [followFocus(target, selecting), followMouse(target, selecting)];
    return () => stops.forEach((stop) => stop());
  }, [panel, selecting]);
}

function followFocus(panel: HTMLElement, { selection, newest }: Selecting): () => void {
  const handleFocus = ({ target }: FocusEvent) => {
    const place = placeAt(target);
    if (place === null || selection.endsAt(newest.current, place)) return;
    selection.startAt(newest.current, place);
  };
  const handleBlur = ({ relatedTarget }: FocusEvent) => {
    // Whoever goes to another window, to copy something there, finds the selection again.
    const isAway = !panel.ownerDocument.hasFocus();
    const isWithin = relatedTarget instanceof Node && panel.contains(relatedTarget);
    if (!isAway && !isWithin) selection.clear();
  };
  panel.addEventListener('focusin', handleFocus);
  panel.addEventListener('focusout', handleBlur);
  return () => {
    panel.removeEventListener('focusin', handleFocus);
    panel.removeEventListener('focusout', handleBlur);
  };
}

function followMouse(panel: HTMLElement, { selection, newest, extendTo }: Selecting): () => void {
  const { ownerDocument } = panel;
  let isDown = false;
  /** Whether the press selected something: the click that ends it opens nothing. */
  let isSpent = false;
  const extendTowards = (place: MatrixPlace) => {
    isSpent = true;
    extendTo(place);
  };
  const handleDown = (event: PointerEvent) => {
    isSpent = false;
    const place = event.button === 0 && event.pointerType !== 'touch' ? placeAt(event.target) : null;
    if (place === null) return;
    isDown = true;
    if (event.shiftKey) extendTowards(place);
    else selection.startAt(newest.current, place);
  };
  const handleMove = (event: PointerEvent) => {
    if (!isDown) return;
    const under = ownerDocument.elementFromPoint(event.clientX, event.clientY);
    const place = panel.contains(under) ? placeAt(under) : null;
    if (place !== null && !selection.endsAt(newest.current, place)) extendTowards(place);
  };
  const handleUp = () => {
    isDown = false;
  };
  const handleClick = (event: MouseEvent) => {
    // A key presses too (detail 0); and a drag that is let go elsewhere ends with no click at all.
    if (!isSpent || event.detail === 0) return;
    isSpent = false;
    event.preventDefault();
    event.stopPropagation();
  };
  panel.addEventListener('pointerdown', handleDown);
  ownerDocument.addEventListener('pointermove', handleMove);
  ownerDocument.addEventListener('pointerup', handleUp, { capture: true });
  ownerDocument.addEventListener('pointercancel', handleUp, { capture: true });
  panel.addEventListener('click', handleClick, { capture: true });
  return () => {
    panel.removeEventListener('pointerdown', handleDown);
    ownerDocument.removeEventListener('pointermove', handleMove);
    ownerDocument.removeEventListener('pointerup', handleUp, { capture: true });
    ownerDocument.removeEventListener('pointercancel', handleUp, { capture: true });
    panel.removeEventListener('click', handleClick, { capture: true });
  };
}

/** The place that an element of the table stands for, or the one it is in. */
function placeAt(target: EventTarget | null): MatrixPlace | null {
  if (!(target instanceof Element)) return null;
  return placeOf(target.closest('[data-at]')?.getAttribute('data-at') ?? null);
}
