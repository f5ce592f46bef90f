import { IconClock, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatMinutes } from '../texts/formatMinutes.ts';
import { PreviewPicture } from '../templates/PreviewPicture.tsx';
import type { GalleryEntry } from '../templates/GalleryEntry.ts';
import classes from './TemplateCard.module.css';

/** A template in the gallery: the board it lays out, what it is for, for how many and how long. */
export function TemplateCard({
  entry,
  onUse,
  onNear,
}: {
  entry: GalleryEntry;
  onUse: () => void;
  /** Somebody points at the card or has the focus on it: it may be pressed next. */
  onNear: () => void;
}) {
  const { t } = useTranslation();
  const { name, purpose, groupSize, durationMinutes } = entry;
  return (
    <li className={classes.card}>
      <PreviewPicture svg={entry.preview} className={classes.preview ?? ''} />
      <div className={classes.text}>
        <h3>
          {/* The button's ::after covers the card, so that all of it can be pressed and only the name is read out. */}
          <button
            type="button"
            className={classes.use}
            onClick={onUse}
            onPointerEnter={onNear}
            onFocus={onNear}
          >
            {name}
          </button>
        </h3>
        <p className={classes.purpose}>{purpose}</p>
        <p className={classes.facts}>
          <span>
            <IconUsers size={16} stroke={1.6} aria-hidden="true" />
            {t('home.people', { min: groupSize.min, max: groupSize.max })}
          </span>
          <span>
            <IconClock size={16} stroke={1.6} aria-hidden="true" />
            {formatMinutes(durationMinutes, t)}
          </span>
        </p>
      </div>
    </li>
  );
}
