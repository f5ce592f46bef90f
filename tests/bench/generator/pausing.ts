/** Waits; the benchmark's clock is the machine's own. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** Waits until the condition holds, looking every few milliseconds; false when the time is up first. */
export async function until(condition: () => boolean, limitMs: number): Promise<boolean> {
  const endMs = performance.now() + limitMs;
  while (!condition()) {
    if (performance.now() > endMs) return false;
    await pause(2);
  }
  return true;
}

/** Rejects when the work is not done in time; the work itself goes on unseen. */
export async function within<T>(limitMs: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what} took longer than ${Math.round(limitMs / 1000)} s.`)),
      limitMs,
    );
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
