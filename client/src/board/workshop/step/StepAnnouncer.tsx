import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import { useWorkshopTools, useWorkshopView } from '../WorkshopContext.tsx';
import { playEndSound } from './endSound.ts';
import { stepNow } from './stepNow.ts';

/** Tells screen readers of a new step and of the end of its time, and rings then; it says nothing in between. */
export function StepAnnouncer({ isMuted }: { isMuted: boolean }) {
  const { t } = useTranslation();
  const { client } = useWorkshopTools();
  const view = useWorkshopView();
  const [timeIsUpFor, setTimeIsUpFor] = useState<number | null>(null);
  const muted = useRef(isMuted);
  const now = stepNow(view);
  const deadlineAt = view?.timer.kind === 'running' ? view.timer.deadlineAt : null;

  useEffect(() => {
    muted.current = isMuted;
  }, [isMuted]);

  useEffect(() => {
    if (deadlineAt === null) return undefined;
    const leftMs = deadlineAt - client.serverNow();
    // Somebody who comes after the end is not rung at.
    if (leftMs <= 0) return undefined;
    const timer = setTimeout(() => {
      setTimeIsUpFor(deadlineAt);
      if (!muted.current) playEndSound();
    }, leftMs);
    return () => clearTimeout(timer);
  }, [client, deadlineAt]);

  const step =
    now === null
      ? ''
      : t('workshop.announceStep', {
          number: now.number,
          count: now.count,
          title: isolate(now.step.title),
          instruction: now.step.instruction,
        });
  return (
    <VisuallyHidden component="output">
      <span>{step}</span>
      {deadlineAt !== null && timeIsUpFor === deadlineAt && <span>{t('workshop.timeIsUp')}</span>}
    </VisuallyHidden>
  );
}
