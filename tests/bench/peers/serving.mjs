/**
 * Tells the process that started this one that the server listens.
 *
 * @param {number} port
 * @param {Record<string, unknown>} details what clients of this server have to know
 */
export function tellListening(port, details = {}) {
  process.send?.({ type: 'listening', port, details });
}

/**
 * Stops when told to, and then ends the process.
 *
 * @param {() => unknown} stop
 */
export function stopOnSignal(stop) {
  process.once('SIGTERM', () => {
    void Promise.resolve(stop()).then(() => process.exit(0));
  });
}
