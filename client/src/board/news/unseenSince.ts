import type { BoardId, ParticipantId } from '@common-ground/protocol';
import type { TextStore } from '../../session/TextStore.ts';

/** Somebody on a board, as this browser keeps things for them. */
export interface UnseenKey {
  readonly boardId: BoardId;
  readonly participantId: ParticipantId;
}

/**
 * Since when somebody has not looked at what others did (server time, ms); null for since they were last here. The
 * server only knows when somebody was here, not whether they looked.
 */
export function readUnseenSince(store: TextStore, key: UnseenKey): number | null {
  const since = Number(store.read(nameOf(key)) ?? Number.NaN);
  return Number.isFinite(since) ? since : null;
}

/** Remembers since when; null once all is seen. */
export function writeUnseenSince(store: TextStore, key: UnseenKey, since: number | null): void {
  if (since === null) store.remove(nameOf(key));
  else store.write(nameOf(key), String(since));
}

function nameOf({ boardId, participantId }: UnseenKey): string {
  return `common-ground/unseen/${boardId}/${participantId}`;
}
