import { sameJson } from '@common-ground/board';
import type { TLRecord, TLStore } from '@tldraw/tldraw';
import { glideBetween } from './glideBetween.ts';

/** How long a board takes to become what it was at the next moment. */
const glideMs = 180;

/** Makes the store hold these records of the board and no others; what is the same is left alone. */
export function showRecords(store: TLStore, records: readonly TLRecord[]): void {
  const wanted = new Set<string>(records.map(({ id }) => id));
  store.mergeRemoteChanges(() => {
    store.remove(
      documentRecords(store)
        .filter(({ id }) => !wanted.has(id))
        .map(({ id }) => id),
    );
    put(store, records);
  });
}

/** The same, so that one sees what moved, came and went; returns what ends it where it is. */
export function glideToRecords(store: TLStore, records: readonly TLRecord[]): () => void {
  const glide = glideBetween(documentRecords(store), records);
  if (glide === null) {
    showRecords(store, records);
    return () => undefined;
  }
  let startedAt: number | null = null;
  const turn = (nowMs: number): void => {
    startedAt ??= nowMs;
    const progress = (nowMs - startedAt) / glideMs;
    if (progress >= 1) return showRecords(store, records);
    store.mergeRemoteChanges(() => put(store, glide.at(progress)));
    frame = requestAnimationFrame(turn);
  };
  let frame = requestAnimationFrame(turn);
  return () => cancelAnimationFrame(frame);
}

function documentRecords(store: TLStore): TLRecord[] {
  const { document: isDocumentType } = store.scopedTypes;
  return store.allRecords().filter(({ typeName }) => isDocumentType.has(typeName));
}

function put(store: TLStore, records: readonly TLRecord[]): void {
  store.put(records.filter((record) => !sameJson(store.get(record.id), record)));
}
