import { useEffect, useState, type ComponentType } from 'react';

/** A component whose code comes when it is first shown, or sooner by `preload`; until then nothing is in its place. */
export type LaterPart<P extends object> = ComponentType<P> & {
  /** Fetches the code; rejects when that does not work, and may be tried again. */
  readonly preload: () => Promise<unknown>;
};

/**
 * Makes a {@link LaterPart} of an import. React's own `lazy` would take the whole page down when the network is away at
 * that moment; this waits until it is back.
 */
export function laterPart<P extends object>(load: () => Promise<ComponentType<P>>): LaterPart<P> {
  let loaded: ComponentType<P> | null = null;
  const preload = async (): Promise<ComponentType<P>> => (loaded ??= await load());
  const Later = (props: P) => {
    const [Part, setPart] = useState<ComponentType<P> | null>(() => loaded);
    useEffect(() => (Part === null ? whenOnline(preload, (part) => setPart(() => part)) : undefined), [Part]);
    return Part === null ? null : <Part {...props} />;
  };
  return Object.assign(Later, { preload });
}

/** Loads now, or as soon as the network is there; returns what calls it off. */
function whenOnline<T>(load: () => Promise<T>, onLoaded: (value: T) => void): () => void {
  const gone = new AbortController();
  const attempt = () => {
    load().then(
      (value) => {
        if (!gone.signal.aborted) onLoaded(value);
      },
      () => window.addEventListener('online', attempt, { once: true, signal: gone.signal }),
    );
  };
  attempt();
  return () => gone.abort();
}
