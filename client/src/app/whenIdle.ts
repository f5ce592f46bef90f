/** How long a browser without idle callbacks (Safari) is left to itself. */
const withoutCallbackMs = 1_000;
/** A page that is never idle gets to it all the same. */
const atLatestMs = 3_000;

/** Runs something once the page has nothing more urgent to do; returns what calls it off. */
export function whenIdle(act: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(act, withoutCallbackMs);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(() => act(), { timeout: atLatestMs });
  return () => cancelIdleCallback(handle);
}
