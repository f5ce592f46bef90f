/**
 * Begins to fetch a board's code, all of it at once: it is imported in steps, and each step would wait for the one
 * before. What fails here is tried again when it is needed.
 */
export function preloadBoard(): void {
  for (const part of [import('./BoardRoute.tsx'), import('./BoardPage.tsx')]) part.catch(() => undefined);
}
