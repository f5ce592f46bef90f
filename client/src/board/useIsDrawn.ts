import type { Editor } from '@tldraw/tldraw';
import { useEffect, useState } from 'react';
import { whenIdle } from '../app/whenIdle.ts';

/**
 * Whether the canvas is there and painted: from when the page first has nothing more urgent to do. What is laid over the
 * canvas by code of its own waits for it, so that nothing is fetched and read before the notes can be seen.
 */
export function useIsDrawn(editor: Editor | null): boolean {
  const [isDrawn, setDrawn] = useState(false);
  const isThere = editor !== null;
  useEffect(() => (isThere ? whenIdle(() => setDrawn(true)) : undefined), [isThere]);
  return isDrawn;
}
