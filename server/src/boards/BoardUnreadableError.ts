/** A board could not be read from the storage; its cause says why. */
export class BoardUnreadableError extends Error {
  override readonly name = 'BoardUnreadableError';
}
