import { Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconCloudOff,
  IconRefresh,
  type TablerIcon,
} from '@tabler/icons-react';
import { react, useValue, type Signal } from '@tldraw/tldraw';
import { useEffect, useState } from 'react';
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
 * Whether what one wrote is safe: an icon with a word, explained on pointing. It changes twice with every edit, so its face
 * listens itself: what is around it, a tooltip above all, takes longer to draw anew than all else an edit changes out here.
 */
export function SavedState({ state }: { state: Signal<ConnectionState> }) {
  return (
    <>
      <Tooltip label={<Hint state={state} />} multiline w={260}>
        {/* Reachable by keyboard, so that the explanation is too. */}
        <button type="button" className={classes.state}>
          <Face state={state} />
        </button>
      </Tooltip>
      <Announcement state={state} />
    </>
  );
}

function Face({ state }: { state: Signal<ConnectionState> }) {
  const { t } = useTranslation();
  const view = useValue('connection in a word', () => connectionViewOf(state.get()), [state]);
  const Icon = icons[view];
  return (
    <span className={classes.face} data-view={view}>
      <Icon size={16} stroke={1.8} aria-hidden="true" />
      <span className={classes.word}>{t(`board.${view}`)}</span>
    </span>
  );
}

function Hint({ state }: { state: Signal<ConnectionState> }) {
  const { t } = useTranslation();
  const connection = useValue(state);
  return t(`board.${connectionViewOf(connection)}Hint`, { count: connection.unsavedCount });
}

/** Reads out what one has to know; an edit on its way is said to nobody, or every keystroke would be. */
function Announcement({ state }: { state: Signal<ConnectionState> }) {
  const { t } = useTranslation();
  const [told, setTold] = useState<ConnectionView | null>(null);
  useEffect(
    () =>
      react('connection to be read out', () => {
        const view = connectionViewOf(state.get());
        if (view === 'saving' || view === 'connecting') return;
        // That all is well needs no saying at first.
        setTold((before) => (before === null && view === 'saved' ? null : view));
      }),
    [state],
  );
  return <output className={classes.announcement}>{told === null ? '' : t(`board.${told}`)}</output>;
}
