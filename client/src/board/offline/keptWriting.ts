import type { TextStore } from '../../session/TextStore.ts';

/** Where this browser keeps what somebody writes unseen on a board until the server has it, or until it is revealed. */
export const writingKeys = {
  /** Private notes. */
  notes: (boardId: string, participantId: string) => `common-ground/writing/${boardId}/${participantId}`,
  /** The partner's own view of a widget. */
  views: (boardId: string, participantId: string) => `common-ground/views/${boardId}/${participantId}`,
  /** That view as the server has it, to be shown while it cannot be reached. */
  shownView: (boardId: string, participantId: string) =>
    `common-ground/shown-view/${boardId}/${participantId}`,
} as const;

/** Forgets what somebody has written unseen: they have no access any more, and it is in nobody else's browser. */
export function forgetKeptWriting(store: TextStore, boardId: string, participantId: string): void {
  for (const keyOf of Object.values(writingKeys)) store.remove(keyOf(boardId, participantId));
}
