import type { Reaction } from '@common-ground/workshop';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import { useWorkshopTools } from '../WorkshopContext.tsx';
import { reactionIcons } from './reactionIcons.ts';
import classes from './StepCard.module.css';

interface Shown {
  readonly key: number;
  readonly by: string;
  readonly reaction: Reaction;
}

/** How long a reaction is shown. */
const shownMs = 4_000;
/** More at once are applause: the newest stand for all. */
const shownAtOnce = 5;

/** Reactions as they come, for a moment. */
export function ReactionToasts() {
  const { t } = useTranslation();
  const { client, people } = useWorkshopTools();
  const [shown, setShown] = useState<readonly Shown[]>([]);
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    let count = 0;
    const stop = client.onSign((sign) => {
      if (sign.kind !== 'reaction') return;
      const key = (count += 1);
      setShown((before) => [...before, { key, by: sign.by, reaction: sign.reaction }].slice(-shownAtOnce));
      const timer = setTimeout(() => {
        timers.delete(timer);
        setShown((before) => before.filter((one) => one.key !== key));
      }, shownMs);
      timers.add(timer);
    });
    return () => {
      stop();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [client]);
  return (
    <ul className={classes.reactions}>
      {shown.map(({ key, by, reaction }) => {
        const Icon = reactionIcons[reaction];
        const name = isolate(people.find(({ id }) => id === by)?.name ?? '');
        return (
          <li key={key}>
            <Icon size={20} stroke={1.6} aria-hidden="true" />
            {t('workshop.reacted', { name, reaction: t(`workshop.reaction.${reaction}`) })}
          </li>
        );
      })}
    </ul>
  );
}
