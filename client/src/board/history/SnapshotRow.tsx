import type { ParticipantId, Snapshot } from '@common-ground/protocol';
import { Button, Loader, VisuallyHidden } from '@mantine/core';
import { IconBookmarkFilled } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../texts/formatMoment.ts';
import { Avatar } from '../chrome/Avatar.tsx';
import type { BoardInfo } from '../connection/BoardInfo.ts';
import classes from './HistoryPanel.module.css';
import { momentWords } from './momentWords.ts';
import type { SnapshotAct } from './SnapshotTimeline.tsx';

/** So many faces are told apart beside a moment. */
const shownPeople = 4;

/** One kept moment; pressed, it is shown on the canvas and offers what can be done with it. */
export function SnapshotRow({
  snapshot,
  info,
  isLookedAt,
  isLoading,
  isTabStop,
  onLook,
  onCompare,
  onAct,
  onKey,
}: {
  snapshot: Snapshot;
  info: BoardInfo;
  isLookedAt: boolean;
  isLoading: boolean;
  isTabStop: boolean;
  onLook: () => void;
  onCompare: () => void;
  onAct: ((act: SnapshotAct) => void) | null;
  onKey: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const { t, i18n } = useTranslation();
  const isNamed = snapshot.name !== undefined;
  return (
    <li className={classes.moment} data-named={isNamed || undefined} data-looked-at={isLookedAt || undefined}>
      <button
        type="button"
        className={classes.row}
        data-moment=""
        aria-pressed={isLookedAt}
        tabIndex={isTabStop ? 0 : -1}
        onClick={onLook}
        onKeyDown={onKey}
      >
        <span className={classes.time}>{formatTime(snapshot.at, i18n.language)}</span>
        <span className={classes.what}>
          <span className={classes.name} dir="auto">
            {isNamed && <IconBookmarkFilled size={13} aria-hidden="true" />} {momentWords(snapshot, t)}
          </span>
          <Facts snapshot={snapshot} />
        </span>
        {isLoading ? <Loader size={16} /> : <Faces ids={snapshot.people} info={info} />}
      </button>
      {isLookedAt && (
        <div className={classes.acts}>
          <Button size="compact-xs" onClick={onCompare}>
            {t('history.compare')}
          </Button>
          {onAct !== null && (
            <>
              <Act label={t('history.restore')} onClick={() => onAct({ kind: 'restore', snapshot })} />
              <Act
                label={t(isNamed ? 'history.rename' : 'history.name')}
                onClick={() => onAct({ kind: 'name', snapshot })}
              />
              <Act label={t('history.newBoard')} onClick={() => onAct({ kind: 'board', snapshot })} />
            </>
          )}
        </div>
      )}
    </li>
  );
}

function Act({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button size="compact-xs" variant="default" onClick={onClick}>
      {label}
    </Button>
  );
}

/** Under the name: how much was on the board, and in which step it was. */
function Facts({ snapshot: { name, stepTitle, reason, noteCount } }: { snapshot: Snapshot }) {
  const { t } = useTranslation();
  const isStepTold = name === undefined && reason === 'step';
  return (
    <span className={classes.facts}>
      {t('history.notes', { count: noteCount })}
      {stepTitle !== undefined && !isStepTold && (
        <>
          {' · '}
          <bdi>{stepTitle}</bdi>
        </>
      )}
    </span>
  );
}

/** Who was there. */
function Faces({ ids, info }: { ids: readonly ParticipantId[]; info: BoardInfo }) {
  const { t } = useTranslation();
  const people = ids
    .map((id) => info.participants.get(id))
    .filter((person) => person !== undefined)
    .map(({ id, name, partnerId }) => ({
      id,
      name,
      partner: info.partners.find((partner) => partner.id === partnerId) ?? null,
    }));
  if (people.length === 0) return <span />;
  const names = people.map(({ name }) => name).join(', ');
  return (
    <span className={classes.people} title={names}>
      <VisuallyHidden>{t('history.present', { names })}</VisuallyHidden>
      {people.slice(0, shownPeople).map((person) => (
        <Avatar key={person.id} person={person} size={20} />
      ))}
      {people.length > shownPeople && <span className={classes.more}>+{people.length - shownPeople}</span>}
    </span>
  );
}
