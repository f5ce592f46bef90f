import type { RefObject } from 'react';
import { useEffect } from 'react';

/**
 * Calls `dismiss` when somebody presses outside an element, or Escape in it; Escape gives the focus back to the button
 * that opened it, which stands right before it. Blur would not tell: the canvas keeps the focus where it is when it is pressed.
 */
export function useDismiss(element: RefObject<HTMLElement | null>, dismiss: () => void): void {
  useEffect(() => {
    const target = element.current;
    const document = target?.ownerDocument;
    // Not the active element: Safari gives a pressed button no focus.
    const opener = target?.previousElementSibling;
    const handlePointerDown = (event: PointerEvent) => {
      // The opener's own press closes by itself; closing here as well would open it again.
      const isOurs = [target, opener].some(
        (own) => event.target instanceof Node && own?.contains(event.target),
      );
      if (!isOurs) dismiss();
    };
    const handleKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      dismiss();
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
    document?.addEventListener('pointerdown', handlePointerDown, { capture: true });
    target?.addEventListener('keydown', handleKeyDown);
    return () => {
      document?.removeEventListener('pointerdown', handlePointerDown, { capture: true });
      target?.removeEventListener('keydown', handleKeyDown);
    };
  }, [element, dismiss]);
}
