/**
 * Does work that takes more than a moment and says so: what begins, and how long it took.
 *
 * @template T
 * @param {string} what a sentence's beginning, such as `Building the browser's part`
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function announced(what, work) {
  console.log(`${what} …`);
  const startedAt = performance.now();
  const result = await work();
  console.log(`… done in ${seconds(performance.now() - startedAt)}.`);
  return result;
}

/**
 * @param {number} ms
 * @returns {string} such as `3.2 s`
 */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
