import type { MechanicView } from '@common-ground/workshop';
import { IconPlayerPause, IconPlayerPlay, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useGive } from '../WorkshopContext.tsx';
import classes from './FacilitatorBar.module.css';

/** Starts and pauses the step's countdown, and gives it a minute more. */
export function TimerTools({ timer }: { timer: MechanicView<'timer'> }) {
  const { t } = useTranslation();
  const give = useGive();
  const isRunning = timer.kind === 'running' && !timer.isOver;
  return (
    <div className={classes.tools} style={{ gridTemplateColumns: '1fr 1fr' }}>
      {isRunning ? (
        <button type="button" className={classes.tool} onClick={() => void give({ type: 'timer.pause' })}>
          <IconPlayerPause size={18} stroke={1.6} aria-hidden="true" />
          {t('workshop.lead.timerPause')}
        </button>
      ) : (
        <button
          type="button"
          className={classes.tool}
          onClick={() => void give({ type: 'timer.start', minutes: null })}
        >
          <IconPlayerPlay size={18} stroke={1.6} aria-hidden="true" />
          {t('workshop.lead.timerStart')}
        </button>
      )}
      <button
        type="button"
        className={classes.tool}
        onClick={() =>
          void give(
            timer.kind === 'idle'
              ? { type: 'timer.start', minutes: Math.max(1, timer.remainingMs / 60_000 + 1) }
              : { type: 'timer.addMinutes', minutes: 1 },
          )
        }
      >
        <IconPlus size={18} stroke={1.6} aria-hidden="true" />
        {t('workshop.lead.timerAdd')}
      </button>
    </div>
  );
}
