import type { Snapshot } from '@common-ground/protocol';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../texts/formatMoment.ts';
import type { HistoryModel, Look } from './HistoryModel.ts';
import classes from './HistoryStage.module.css';
import { momentWords } from './momentWords.ts';
import { useReplay } from './useReplay.ts';

/** The workshop as a time-lapse: a slider over the kept moments, with a mark for each step and each name. */
export function ReplayBar({
  look,
  snapshots,
  model,
  now,
}: {
  look: Look;
  /** Newest first. */
  snapshots: readonly Snapshot[];
  model: HistoryModel;
  now: number;
}) {
  const { t, i18n } = useTranslation();
  const { moments, at, isPlaying, go, toggle } = useReplay(model, look, snapshots);
  const slider = useRef<HTMLInputElement>(null);
  // Arrows, Home and End are the slider's own.
  useEffect(() => slider.current?.focus({ preventScroll: true }), []);
  const snapshot = moments[at];
  if (snapshot === undefined) return null;
  const handleKeyDown = (event: KeyboardEvent) => {
    const isBack = event.key === 'PageDown';
    if (event.key === ' ') toggle();
    else if (isBack || event.key === 'PageUp') go(nextMarked(moments, at, isBack ? -1 : 1));
    else return;
    event.preventDefault();
  };
  const words = momentWords(snapshot, t);
  const when = formatMoment(snapshot.at, now, i18n.language);
  const last = moments.length - 1;
  return (
    <section className={classes.replay} aria-label={t('history.replay.title')}>
      <div className={classes.replayCard}>
        <p className={classes.caption} style={{ margin: 0 }}>
          <strong dir="auto">{words}</strong>
          <span>{when}</span>
        </p>
        <button
          type="button"
          className="cg-icon-button"
          aria-label={t(isPlaying ? 'history.replay.pause' : 'history.replay.play')}
          title={t(isPlaying ? 'history.replay.pause' : 'history.replay.play')}
          onClick={toggle}
        >
          {isPlaying ? (
            <IconPlayerPause size={20} stroke={1.6} aria-hidden="true" />
          ) : (
            <IconPlayerPlay size={20} stroke={1.6} aria-hidden="true" />
          )}
        </button>
        <div className={classes.slider}>
          <input
            ref={slider}
            type="range"
            aria-label={t('history.replay.slider')}
            aria-valuetext={`${words}, ${when}`}
            min={0}
            max={last}
            step={1}
            value={at}
            onChange={(event) => go(Number(event.currentTarget.value))}
            onKeyDown={handleKeyDown}
          />
          <div className={classes.marks} aria-hidden="true">
            {moments.map(
              (moment, place) =>
                isMarked(moment) && (
                  <span
                    key={moment.id}
                    data-named={moment.name !== undefined || undefined}
                    style={{ left: `${(place / Math.max(1, last)) * 100}%` }}
                  />
                ),
            )}
          </div>
        </div>
        <span className="cg-numbers">{t('changes.position', { number: at + 1, count: moments.length })}</span>
      </div>
    </section>
  );
}

/** Moments that stand out: of another step, and those that somebody gave a name. */
function isMarked({ name, reason }: Snapshot): boolean {
  return name !== undefined || reason === 'step';
}

/** The next marked moment in a direction; the end of all moments where there is none. */
function nextMarked(moments: readonly Snapshot[], at: number, direction: 1 | -1): number {
  for (let place = at + direction; place >= 0 && place < moments.length; place += direction) {
    const moment = moments[place];
    if (moment !== undefined && isMarked(moment)) return place;
  }
  return direction === 1 ? moments.length - 1 : 0;
}
