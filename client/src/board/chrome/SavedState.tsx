import { Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconCloudOff,
  IconRefresh,
  type TablerIcon,
} from '@tabler/icons-react';
import { useValue, type Signal } from '@tldraw/tldraw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { connectionViewOf, type ConnectionView } from './connectionView.ts';
import type { ConnectionState } from './model.ts';
import classes from './SavedState.module.css';

const icons: Record<ConnectionView, TablerIcon> = {
  saved: IconCheck,
  saving: IconRefresh,
  connecting: IconRefresh,
  offline: IconCloudOff,
  trouble: IconAlertTriangle,
};

/**
 * Whether what one wrote is safe: an icon with a word, explained on pointing. It changes twice with every edit, so it
 * listens itself and nothing around it is drawn anew.
 */
export function SavedState({ state }: { state: Signal<ConnectionState> }) {
  const { t } = useTranslation();
  const connection = useValue(state);
  const view = connectionViewOf(connection);
  const Icon = icons[view];
  const count = connection.unsavedCount;
  return (
    <>
      <Tooltip label={t(`board.${view}Hint`, { count })} multiline w={260}>
        {/* Reachable by keyboard, so that the explanation is too. */}
        <button type="button" className={classes.state} data-view={view}>
          <Icon size={16} stroke={1.8} aria-hidden="true" />
          <span className={classes.word}>{t(`board.${view}`)}</span>
        </button>
      </Tooltip>
      <Announcement view={view} />
    </>
  );
}

/** Reads out what one has to know; an edit on its way is said to nobody, or every keystroke would be. */
function Announcement({ view }: { view: ConnectionView }) {
  const { t } = useTranslation();
  const [told, setTold] = useState<ConnectionView | null>(null);
  if (view !== 'saving' && view !== 'connecting' && view !== told && !(told === null && view === 'saved')) {
    setTold(view);
  }
  return <output className={classes.announcement}>{told === null ? '' : t(`board.${told}`)}</output>;
}
