import { mayComment, mayEdit, type ParticipantId, type Role } from '@common-ground/protocol';
import { Button, Tooltip } from '@mantine/core';
import { IconEye, IconLayoutSidebarRight, IconShare } from '@tabler/icons-react';
import type { Signal } from '@tldraw/tldraw';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AvatarRow } from './AvatarRow.tsx';
import { BoardMenu } from './BoardMenu.tsx';
import { BoardTitle } from './BoardTitle.tsx';
import type { ConnectionState, PresentPerson } from './model.ts';
import { SavedState } from './SavedState.tsx';
import classes from './TopBar.module.css';

/** What the top bar shows and does. */
export interface TopBarProps {
  readonly title: string;
  readonly role: Role;
  readonly connection: Signal<ConnectionState>;
  readonly people: readonly PresentPerson[];
  readonly following: ParticipantId | null;
  /** Who did something while this person was away. */
  readonly unread: ReadonlySet<ParticipantId>;
  readonly isPanelOpen: boolean;
  /** Null when this person may not. */
  readonly onRename: ((title: string) => void) | null;
  /** Null when this person may not. */
  readonly onAddTemplate: (() => void) | null;
  /** Null to stop following. */
  readonly onFollow: (id: ParticipantId | null) => void;
  readonly onInform: () => void;
  /** Null until the canvas is there. */
  readonly onExport: (() => void) | null;
  readonly onShare: () => void;
  readonly onTogglePanel: () => void;
  /** While a workshop runs, what can be pressed now is its own: sharing steps back. */
  readonly isWorkshopRunning: boolean;
  /** The step that runs now, in the middle of the bar. */
  readonly children?: ReactNode;
}

/** The bar over the canvas: menu, title, whether all is saved, who is here, share. */
export function TopBar(props: TopBarProps) {
  const { t } = useTranslation();
  const { title, role, connection, people, following, isPanelOpen } = props;
  return (
    <header className={classes.bar}>
      <div className={classes.start}>
        <BoardMenu
          onAddTemplate={props.onAddTemplate}
          onInform={props.onInform}
          onExport={props.onExport}
          onShare={props.onShare}
        />
        <BoardTitle title={title} onRename={props.onRename} />
        <SavedState state={connection} />
        {!mayEdit(role) && (
          <Tooltip
            label={t(mayComment(role) ? 'board.commentOnlyHint' : 'board.readOnlyHint')}
            multiline
            w={260}
          >
            <button type="button" className={classes.readOnly}>
              <IconEye size={16} stroke={1.6} aria-hidden="true" />
              {t(mayComment(role) ? 'board.commentOnly' : 'board.readOnly')}
            </button>
          </Tooltip>
        )}
      </div>
      {props.children}
      <div className={classes.end}>
        <div className={classes.people}>
          <AvatarRow people={people} following={following} unread={props.unread} onFollow={props.onFollow} />
        </div>
        <Button
          size="sm"
          h={34}
          variant={props.isWorkshopRunning ? 'default' : 'filled'}
          leftSection={<IconShare size={16} stroke={1.8} aria-hidden="true" />}
          className={classes.share ?? ''}
          onClick={props.onShare}
        >
          {t('board.share')}
        </Button>
        <Tooltip label={t(isPanelOpen ? 'panel.close' : 'panel.open')}>
          <button
            type="button"
            className={`cg-icon-button ${classes.panelButton}`}
            aria-label={t(isPanelOpen ? 'panel.close' : 'panel.open')}
            aria-expanded={isPanelOpen}
            onClick={props.onTogglePanel}
          >
            <IconLayoutSidebarRight size={20} stroke={1.6} aria-hidden="true" />
          </button>
        </Tooltip>
      </div>
    </header>
  );
}
