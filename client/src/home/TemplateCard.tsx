import type { Template } from '@common-ground/templates';
import { Title } from '@mantine/core';
import { IconClock, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatMinutes } from '../texts/formatMinutes.ts';
import { TemplatePreview } from '../templates/TemplatePreview.tsx';
import classes from './TemplateCard.module.css';

/** A template in the gallery: the board it lays out, what it is for, for how many and how long. */
export function TemplateCard({
  template,
  onUse,
  onNear,
}: {
  template: Template;
  onUse: () => void;
  /** Somebody points at the card or has the focus on it: it may be pressed next. */
  onNear: () => void;
}) {
  const { t } = useTranslation();
  const { name, purpose, groupSize, durationMinutes } = template;
  return (
    <li className={classes.card}>
      <TemplatePreview template={template} partners={[]} options={{}} className={classes.preview ?? ''} />
      <div className={classes.text}>
        <Title order={3}>
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
        </Title>
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
