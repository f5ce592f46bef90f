/** State of the navigation that opens a board which was just created; see {@link isJustCreated}. */
export const justCreated = { justCreated: true } as const;

/** Whether a navigation's state is {@link justCreated}: the board then opens with its links. */
export function isJustCreated(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'justCreated' in state;
}
