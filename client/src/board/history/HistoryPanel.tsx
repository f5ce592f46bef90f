import { mayFacilitate, type Snapshot } from '@common-ground/protocol';
import { Button, Skeleton } from '@mantine/core';
import { IconBookmark, IconHistory, IconPlayerPlay } from '@tabler/icons-react';
import { useValue, type Editor } from '@tldraw/tldraw';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../app/FormFailure.tsx';
import { useWhoAndWhen } from '../changes/useWhoAndWhen.ts';
import type { BoardConnection } from '../connection/BoardConnection.ts';
import type { BoardInfo } from '../connection/BoardInfo.ts';
import { ComparePane } from './ComparePane.tsx';
import classes from './HistoryPanel.module.css';
import { NameDialog } from './NameDialog.tsx';
import { NewBoardDialog } from './NewBoardDialog.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { SnapshotTimeline } from './SnapshotTimeline.tsx';
import type { BoardHistory } from './useHistory.ts';
import { useServerTime } from './useServerTime.ts';

/** What is open over the list. */
type OpenDialog =
  { readonly kind: 'take' } | { readonly kind: 'name' | 'restore' | 'board'; readonly snapshot: Snapshot };

/** The history tab: the kept moments of a board, and what can be done with each. */
export function HistoryPanel({
  history,
  connection,
  info,
  live,
}: {
  history: BoardHistory;
  connection: BoardConnection;
  info: BoardInfo;
  live: Editor | null;
}) {
  const { model, look, changes } = history;
  const list = useValue(model.list);
  const serverTime = useServerTime(connection);
  const [now] = useState(serverTime);
  const whoAndWhen = useWhoAndWhen(info.participants, now);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  useEffect(() => void model.reload(), [model]);

  const isFacilitator = mayFacilitate(info.you.role);
  const snapshots = list.kind === 'ready' ? list.snapshots : [];
  const compared = look?.mode === 'compare' ? snapshots.find(({ id }) => id === look.id) : undefined;
  return (
    <>
      {compared !== undefined ? (
        <ComparePane
          snapshot={compared}
          isFailed={look?.error != null}
          changes={changes}
          whoAndWhen={whoAndWhen}
          onBack={() => void model.lookAt(compared.id, 'preview')}
          onRestore={isFacilitator ? () => setDialog({ kind: 'restore', snapshot: compared }) : null}
        />
      ) : (
        <>
          <PanelHead
            isFacilitator={isFacilitator}
            mayReplay={snapshots.length > 1}
            onTake={() => setDialog({ kind: 'take' })}
            onReplay={() => {
              const first = snapshots.at(-1);
              if (first !== undefined) void model.lookAt(first.id, 'replay');
            }}
          />
          {list.kind === 'loading' && <LoadingList />}
          {list.kind === 'failed' && <FailedList history={history} error={list.error} />}
          {list.kind === 'ready' && snapshots.length === 0 && <EmptyList isFacilitator={isFacilitator} />}
          {snapshots.length > 0 && (
            <SnapshotTimeline
              snapshots={snapshots}
              info={info}
              now={now}
              look={look}
              onLook={(id) => (id === null ? model.backToNow() : void model.lookAt(id, 'preview'))}
              onCompare={(id) => void model.lookAt(id, 'compare')}
              onAct={isFacilitator ? setDialog : null}
            />
          )}
        </>
      )}
      {dialog?.kind === 'take' && (
        <NameDialog snapshot={null} model={model} onClose={() => setDialog(null)} />
      )}
      {dialog?.kind === 'name' && (
        <NameDialog snapshot={dialog.snapshot} model={model} onClose={() => setDialog(null)} />
      )}
      {dialog?.kind === 'restore' && (
        <RestoreDialog
          snapshot={dialog.snapshot}
          model={model}
          live={live}
          now={now}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog?.kind === 'board' && (
        <NewBoardDialog
          snapshot={dialog.snapshot}
          model={model}
          info={info}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

function PanelHead({
  isFacilitator,
  mayReplay,
  onTake,
  onReplay,
}: {
  isFacilitator: boolean;
  mayReplay: boolean;
  onTake: () => void;
  onReplay: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.head}>
      {isFacilitator && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconBookmark size={16} stroke={1.6} aria-hidden="true" />}
          onClick={onTake}
        >
          {t('history.take')}
        </Button>
      )}
      {mayReplay && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlayerPlay size={16} stroke={1.6} aria-hidden="true" />}
          onClick={onReplay}
        >
          {t('history.replay.start')}
        </Button>
      )}
    </div>
  );
}

function LoadingList() {
  const { t } = useTranslation();
  return (
    <output className={classes.loading} aria-label={t('history.loading')}>
      {[1, 2, 3, 4].map((row) => (
        <Skeleton key={row} height={40} />
      ))}
    </output>
  );
}

function FailedList({
  history: { model },
  error,
}: {
  history: BoardHistory;
  error: Parameters<typeof FormFailure>[0]['error'];
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.empty}>
      <FormFailure error={error} />
      <Button size="xs" variant="default" onClick={() => void model.reload()}>
        {t('share.again')}
      </Button>
    </div>
  );
}

function EmptyList({ isFacilitator }: { isFacilitator: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={classes.empty}>
      <IconHistory size={28} stroke={1.4} aria-hidden="true" />
      <h3>{t('history.emptyTitle')}</h3>
      <p>{t(isFacilitator ? 'history.emptyFacilitator' : 'history.empty')}</p>
    </div>
  );
}
