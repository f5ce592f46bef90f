import type { Snapshot } from '@common-ground/protocol';
import { useComputedColorScheme } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useValue, type Editor } from '@tldraw/tldraw';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardCanvasModel } from '../canvas/BoardCanvasModel.ts';
import { ChangeMarks } from '../changes/ChangeMarks.tsx';
import type { BoardConnection } from '../connection/BoardConnection.ts';
import { BoardViewer } from './BoardViewer.tsx';
import classes from './HistoryStage.module.css';
import type { Look } from './HistoryModel.ts';
import { LookBar } from './LookBar.tsx';
import { ReplayBar } from './ReplayBar.tsx';
import type { BoardHistory } from './useHistory.ts';
import { useServerTime } from './useServerTime.ts';

/** Over the live canvas, which goes on underneath: the moment that is looked at, and the way back to now. */
export function HistoryStage({
  history,
  connection,
  model,
  live,
}: {
  history: BoardHistory;
  connection: BoardConnection;
  model: BoardCanvasModel;
  live: Editor | null;
}) {
  const { look } = history;
  const list = useValue(history.model.list);
  if (look === null || live === null) return null;
  const snapshots = list.kind === 'ready' ? list.snapshots : [];
  return (
    <Stage
      history={history}
      look={look}
      snapshots={snapshots}
      connection={connection}
      model={model}
      live={live}
    />
  );
}

function Stage({
  history,
  look,
  snapshots,
  connection,
  model,
  live,
}: {
  history: BoardHistory;
  look: Look;
  snapshots: readonly Snapshot[];
  connection: BoardConnection;
  model: BoardCanvasModel;
  live: Editor;
}) {
  const { i18n } = useTranslation();
  const scheme = useComputedColorScheme('light');
  const serverTime = useServerTime(connection);
  const [now] = useState(serverTime);
  const { changes, viewer, onViewer, model: past } = history;
  const snapshot = snapshots.find(({ id }) => id === look.id);
  const records = changes?.records ?? look.records;
  // Nothing that is typed now is meant for the board underneath.
  useEffect(() => {
    live.blur();
  }, [live]);
  useHotkeys(
    [
      [
        'Escape',
        ({ target }) => {
          // A dialog over it is left first.
          if (!(target instanceof Element && target.closest('[role="dialog"]'))) past.backToNow();
        },
      ],
    ],
    // From the slider, too.
    [],
  );
  return (
    <div className={classes.stage}>
      {records !== null && (
        <BoardViewer
          model={model}
          live={live}
          records={records}
          scheme={scheme}
          locale={i18n.language}
          isGliding={look.mode === 'replay'}
          onEditor={onViewer}
        />
      )}
      {viewer !== null && changes !== null && (
        <ChangeMarks editor={viewer} items={changes.items} currentId={changes.currentId} />
      )}
      <LookBar look={look} snapshot={snapshot} model={past} now={now} />
      {look.mode === 'replay' && <ReplayBar look={look} snapshots={snapshots} model={past} now={now} />}
    </div>
  );
}
