/** Where this browser keeps small texts between visits. Never throws. */
export interface TextStore {
  read(key: string): string | null;
  write(key: string, text: string): void;
  remove(key: string): void;
}

/**
 * A {@link TextStore} on a `Storage`. A browser that forbids or has filled it still remembers until the page is
 * closed, so that somebody can create and join a board there.
 */
export function createTextStore(storage: () => Storage): TextStore {
  const unsaved = new Map<string, string>();
  return {
    read: (key) => unsaved.get(key) ?? attempt(() => storage().getItem(key)) ?? null,
    write: (key, text) => {
      const saved = attempt(() => {
        storage().setItem(key, text);
        return true;
      });
      if (saved) unsaved.delete(key);
      else unsaved.set(key, text);
    },
    remove: (key) => {
      unsaved.delete(key);
      attempt(() => storage().removeItem(key));
    },
  };
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
