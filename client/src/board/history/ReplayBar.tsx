import type { Snapshot } from '@common-ground/protocol';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
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
  const snapshot = moments[at];
  if (snapshot === undefined) return null;
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
            type="range"
            aria-label={t('history.replay.slider')}
            aria-valuetext={`${words}, ${when}`}
            min={0}
            max={last}
            step={1}
            value={at}
            onChange={(event) => go(Number(event.currentTarget.value))}
          />
          <div className={classes.marks} aria-hidden="true">
            {moments.map(
              ({ id, name, reason }, place) =>
                (name !== undefined || reason === 'step') && (
                  <span
                    key={id}
                    data-named={name !== undefined || undefined}
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
