/** Ends a command with a message for whoever gave it, and exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
