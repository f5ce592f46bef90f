import type { Snapshot, SnapshotId } from '@common-ground/protocol';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../texts/formatMoment.ts';
import type { BoardInfo } from '../connection/BoardInfo.ts';
import { groupByDay } from './groupByDay.ts';
import classes from './HistoryPanel.module.css';
import type { Look } from './HistoryModel.ts';
import { SnapshotRow } from './SnapshotRow.tsx';

/** What a facilitator may want to do with a moment. */
export interface SnapshotAct {
  readonly kind: 'name' | 'restore' | 'board';
  readonly snapshot: Snapshot;
}

/** Kept moments by day, the latest first. One tab stop for the list; arrow keys go from moment to moment. */
export function SnapshotTimeline({
  snapshots,
  info,
  now,
  look,
  onLook,
  onCompare,
  onAct,
}: {
  snapshots: readonly Snapshot[];
  info: BoardInfo;
  now: number;
  look: Look | null;
  /** Null goes back to now. */
  onLook: (id: SnapshotId | null) => void;
  onCompare: (id: SnapshotId) => void;
  /** Null for people who may not. */
  onAct: ((act: SnapshotAct) => void) | null;
}) {
  const { i18n } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const stopId = look?.id ?? snapshots[0]?.id;
  return (
    <div ref={list}>
      {groupByDay(snapshots).map(({ day, snapshots: ofDay }) => (
        <section key={day} className={classes.day}>
          <h3>{formatDay(ofDay[0]?.at ?? now, now, i18n.language)}</h3>
          <ul className={classes.moments}>
            {ofDay.map((snapshot) => (
              <SnapshotRow
                key={snapshot.id}
                snapshot={snapshot}
                info={info}
                isLookedAt={snapshot.id === look?.id}
                isLoading={snapshot.id === look?.id && look.isLoading}
                isTabStop={snapshot.id === stopId}
                onLook={() => onLook(snapshot.id === look?.id ? null : snapshot.id)}
                onCompare={() => onCompare(snapshot.id)}
                onAct={onAct}
                onKey={(event) => moveFocus(event, list.current)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Rows carry `data-moment`; the buttons of an opened row are reached with Tab. */
function moveFocus(event: KeyboardEvent<HTMLElement>, list: HTMLElement | null): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-moment]') ?? [])];
  const at = rows.indexOf(event.currentTarget);
  const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  const row = target === undefined ? undefined : rows[target];
  if (row === undefined) return;
  event.preventDefault();
  row.focus();
}
