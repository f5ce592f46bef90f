/** Calls a function after so many ms, unless the returned function is called first. */
export type After = (ms: number, call: () => void) => () => void;

/** {@link After} on the browser's own timers. */
export const afterTimeout: After = (ms, call) => {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
};
