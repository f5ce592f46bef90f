import type { Role } from '@common-ground/protocol';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './ShareDialog.module.css';

/** In place of a link that was withdrawn. */
export function NoLinkRow({ role, onMake }: { role: Role; onMake: () => void }) {
  const { t } = useTranslation();
  const name = t(`roles.${role}`);
  return (
    <section className={classes.link} aria-label={t('share.link', { role: name })}>
      <div className={classes.head}>
        <h3>{name}</h3>
        <p>{t(`roles.${role}May`)}</p>
      </div>
      <div className={classes.row}>
        <p className={classes.none}>{t('share.none')}</p>
        <Button variant="default" onClick={onMake}>
          {t('share.make')}
        </Button>
      </div>
    </section>
  );
}
