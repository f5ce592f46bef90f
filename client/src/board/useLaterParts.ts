import { useEffect } from 'react';
import { keepPage } from '../offline/keepPage.ts';
import { preloadLaterParts } from './laterParts.ts';

/** Once the canvas is drawn: fetches the rest of the board's code, and keeps the page for when the network is away. */
export function useLaterParts(isDrawn: boolean): void {
  useEffect(() => {
    // Nobody waits for it, and without it the board works as well as before. It is not tried where it must fail.
    if (!isDrawn || !navigator.onLine) return;
    void preloadLaterParts()
      .then(keepPage)
      .catch(() => undefined);
  }, [isDrawn]);
}
