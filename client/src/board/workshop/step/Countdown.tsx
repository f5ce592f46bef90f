import { useTranslation } from 'react-i18next';
import { formatCountdown } from './countdown.ts';
import classes from './Countdown.module.css';
import { useServerNow } from './useServerNow.ts';

/** Time that runs down to a moment of server time, or stands still when there is none. */
export function Countdown({
  deadlineAt,
  restingMs,
  isPaused = false,
}: {
  /** Server time, ms; null when it does not run. */
  deadlineAt: number | null;
  /** What is shown while it does not run, ms. */
  restingMs: number;
  isPaused?: boolean;
}) {
  const { t } = useTranslation();
  const now = useServerNow(deadlineAt);
  const leftMs = deadlineAt === null ? restingMs : Math.max(0, deadlineAt - now);
  const isOver = deadlineAt !== null && leftMs === 0;
  const state = isOver ? 'over' : deadlineAt === null ? 'resting' : 'running';
  return (
    <span
      className={classes.countdown}
      data-state={state}
      role="timer"
      // Screen readers are told when time is up, not every second.
      aria-live="off"
      aria-label={t(isOver ? 'workshop.timeIsUp' : 'workshop.timeLeft', { time: formatCountdown(leftMs) })}
      title={isPaused ? t('workshop.paused') : undefined}
    >
      {formatCountdown(leftMs)}
    </span>
  );
}
