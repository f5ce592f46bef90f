import type { WorkshopView } from '@common-ground/workshop';
import { Tooltip } from '@mantine/core';
import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWorkshopView } from '../WorkshopContext.tsx';
import { StepCountdown } from './StepCountdown.tsx';
import classes from './StepHeader.module.css';
import { stepNow } from './stepNow.ts';

/** The step that runs now, for the middle of the top bar. */
export function StepHeader({ isMuted, onMuted }: { isMuted: boolean; onMuted: (isMuted: boolean) => void }) {
  const view = useWorkshopView();
  if (view === null || stepNow(view) === null) return null;
  return (
    <div className={classes.header}>
      <StepTitle view={view} />
      <StepCountdown timer={view.timer} />
      <MuteButton isMuted={isMuted} onMuted={onMuted} />
    </div>
  );
}

/** Number and title of the step. */
export function StepTitle({ view }: { view: WorkshopView }) {
  const { t } = useTranslation();
  const now = stepNow(view);
  if (now === null) return null;
  return (
    <>
      <span className={classes.number}>{t('workshop.stepOf', { number: now.number, count: now.count })}</span>
      <span className={classes.title} dir="auto" title={now.step.title}>
        {now.step.title}
      </span>
    </>
  );
}

/** Turns the sound at the end of the time off and on, for this person. */
export function MuteButton({ isMuted, onMuted }: { isMuted: boolean; onMuted: (isMuted: boolean) => void }) {
  const { t } = useTranslation();
  const label = t(isMuted ? 'workshop.soundOff' : 'workshop.soundOn');
  return (
    <Tooltip label={label}>
      <button
        type="button"
        className="cg-icon-button"
        aria-label={t('workshop.sound')}
        aria-pressed={!isMuted}
        onClick={() => onMuted(!isMuted)}
      >
        {isMuted ? (
          <IconVolumeOff size={18} stroke={1.6} aria-hidden="true" />
        ) : (
          <IconVolume size={18} stroke={1.6} aria-hidden="true" />
        )}
      </button>
    </Tooltip>
  );
}
