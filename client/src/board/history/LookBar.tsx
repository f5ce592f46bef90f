import type { Snapshot } from '@common-ground/protocol';
import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../errors/Problem.ts';
import { sentenceOf } from '../../errors/problemPages.ts';
import { formatMoment } from '../../texts/formatMoment.ts';
import type { HistoryModel, Look } from './HistoryModel.ts';
import classes from './HistoryStage.module.css';

/** Says that this is not the board as it is now, and leads back. */
export function LookBar({
  look,
  snapshot,
  model,
  now,
}: {
  look: Look;
  /** Undefined when the moment is not in the list any more. */
  snapshot: Snapshot | undefined;
  model: HistoryModel;
  now: number;
}) {
  const { t, i18n } = useTranslation();
  const when = snapshot === undefined ? '' : formatMoment(snapshot.at, now, i18n.language);
  return (
    <div className={classes.frame}>
      <div className={classes.bar} style={{ pointerEvents: 'auto' }}>
        {look.isLoading && <Loader size={16} />}
        {look.error === null ? (
          <output className={classes.text}>
            {t(look.mode === 'compare' ? 'history.comparing' : 'history.lookingAt', { when })}
          </output>
        ) : (
          <span role="alert" className={classes.failed}>
            <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
            {sentenceOf(problemOf(look.error), t)}
          </span>
        )}
        {look.error !== null && (
          <Button size="compact-xs" variant="default" onClick={() => void model.lookAt(look.id, look.mode)}>
            {t('share.again')}
          </Button>
        )}
        <Button
          size="compact-xs"
          leftSection={<IconArrowBackUp size={16} stroke={1.8} aria-hidden="true" />}
          onClick={() => model.backToNow()}
        >
          {t('history.backToNow')}
        </Button>
      </div>
    </div>
  );
}
