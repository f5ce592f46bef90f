import type { BoardBinding } from '@common-ground/board';

/**
 * Writes what was changed since the last frame when the page is left or hidden, because there may be no next frame.
 *
 * @returns stops it
 */
export function writeBeforeLeaving(binding: BoardBinding): () => void {
  const write = () => binding.writePending();
  const leaving = new AbortController();
  window.addEventListener('pagehide', write, leaving);
  document.addEventListener('visibilitychange', write, leaving);
  return () => leaving.abort();
}
