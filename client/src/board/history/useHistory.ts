import { compareBoards, type Comparison } from '@common-ground/board';
import type { Removal } from '@common-ground/protocol';
import { useValue, type Editor, type TLRecord } from '@tldraw/tldraw';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { createHistoryApi, type NewsApi } from '../../api/createHistoryApi.ts';
import { useServices } from '../../app/services.tsx';
import type { BoardSession } from '../../session/boardSessions.ts';
import type { BoardCanvasModel } from '../canvas/BoardCanvasModel.ts';
import { changeItems, type ChangeItem } from '../changes/ChangeItem.ts';
import { flyTo } from '../changes/flyTo.ts';
import type { BoardConnection } from '../connection/BoardConnection.ts';
import { HistoryModel, type Look } from './HistoryModel.ts';
import { useLiveRecords } from './useLiveRecords.ts';
import { withRemoved } from './withRemoved.ts';

/** What changed between the moment that is looked at and now, and which change is stepped to. */
export interface LookedAtChanges {
  readonly items: readonly ChangeItem[];
  /** The canvas that shows them all. */
  readonly records: readonly TLRecord[];
  readonly currentId: string | null;
  readonly go: (item: ChangeItem) => void;
}

/** The past of a board on screen. */
export interface BoardHistory {
  readonly model: HistoryModel;
  readonly api: NewsApi;
  readonly look: Look | null;
  /** Null while nothing is compared. */
  readonly changes: LookedAtChanges | null;
  /** The read-only canvas, while there is one. */
  readonly viewer: Editor | null;
  readonly onViewer: (viewer: Editor | null) => void;
}

/** A board's past for this session, as long as the component lives. */
export function useHistory(
  { boardId, token }: BoardSession,
  connection: BoardConnection,
  canvas: BoardCanvasModel,
  live: Editor | null,
): BoardHistory {
  const { fetch } = useServices();
  const api = useMemo(() => createHistoryApi(fetch, { boardId, token }), [fetch, boardId, token]);
  const model = useMemo(() => new HistoryModel(api, canvas.store.schema), [api, canvas]);
  const look = useValue(model.look);
  const [viewer, setViewer] = useState<Editor | null>(null);
  const version = useValue(connection.snapshotsChanged);
  useEffect(() => {
    if (version > 0) void model.reload();
  }, [model, version]);
  const changes = useChanges(api, look, live, viewer);
  return { model, api, look, changes, viewer, onViewer: setViewer };
}

function useChanges(
  api: NewsApi,
  look: Look | null,
  live: Editor | null,
  viewer: Editor | null,
): LookedAtChanges | null {
  const before = look?.mode === 'compare' && !look.isLoading ? look.records : null;
  const now = useLiveRecords(live, before !== null);
  const removals = useRemovals(api, before !== null);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const go = useCallback(
    (item: ChangeItem) => {
      setCurrentId(item.id);
      if (viewer !== null && item.shapeId !== null) flyTo(viewer, item.shapeId);
    },
    [viewer],
  );
  const comparison = useMemo<Comparison | null>(
    () => (before === null || now.length === 0 ? null : compareBoards(before, now)),
    [before, now],
  );
  return useMemo(
    () =>
      comparison === null
        ? null
        : {
            items: changeItems(comparison, removals),
            records: withRemoved(now, comparison),
            currentId,
            go,
          },
    [comparison, removals, now, currentId, go],
  );
}

/** Who removed what; without an answer nobody did. */
function useRemovals(api: NewsApi, isNeeded: boolean): readonly Removal[] {
  const [removals, setRemovals] = useState<readonly Removal[]>([]);
  useEffect(() => {
    if (!isNeeded) return undefined;
    let isWanted = true;
    void api.removals(0).then((answer) => {
      if (isWanted && answer.ok) setRemovals(answer.value.removals);
    });
    return () => {
      isWanted = false;
    };
  }, [api, isNeeded]);
  return removals;
}
