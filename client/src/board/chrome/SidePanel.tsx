import type { ParticipantId, Partner } from '@common-ground/protocol';
import { Tabs, VisuallyHidden } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AgendaList } from './AgendaList.tsx';
import type { AgendaView, BoardPerson } from './model.ts';
import { PeopleList } from './PeopleList.tsx';
import classes from './SidePanel.module.css';

/** The panel's tabs. */
export type PanelTab = (typeof tabs)[number];

const tabs = ['agenda', 'people', 'results', 'comments', 'history'] as const;

/** What the workshop puts into the panel. */
export interface WorkshopPanes {
  /** The agenda that is going on; null when none is. */
  readonly agenda: ReactNode;
  readonly results: ReactNode;
  readonly history: ReactNode;
  readonly comments: ReactNode;
  /** Threads with something new in them. */
  readonly unreadCount: number;
  readonly signs: (person: BoardPerson) => ReactNode;
  readonly actions: (person: BoardPerson) => ReactNode;
  /** At the foot, whatever tab is open. */
  readonly foot: ReactNode;
}

/** What stands beside the canvas: it pushes the canvas aside and covers no note. On a phone it is a sheet. */
export function SidePanel({
  tab,
  agendas,
  partners,
  people,
  following,
  panes,
  onTab,
  onFollow,
  onAddTemplate,
  onClose,
}: {
  tab: PanelTab;
  agendas: readonly AgendaView[];
  partners: readonly Partner[];
  people: readonly BoardPerson[];
  following: ParticipantId | null;
  panes: WorkshopPanes;
  onTab: (tab: PanelTab) => void;
  /** Null to stop following. */
  onFollow: (id: ParticipantId | null) => void;
  /** Null when this person may not. */
  onAddTemplate: (() => void) | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <aside className={classes.panel} aria-label={t('panel.title')}>
      <Tabs
        value={tab}
        className={classes.tabs ?? ''}
        onChange={(value) => onTab(tabs.find((known) => known === value) ?? 'agenda')}
      >
        <div className={classes.head}>
          <Tabs.List className={classes.list ?? ''}>
            <Tabs.Tab value="agenda">{t('panel.agenda')}</Tabs.Tab>
            <Tabs.Tab value="people">
              {t('panel.people')}{' '}
              <span className="cg-numbers">({people.filter(({ isHere }) => isHere).length})</span>
            </Tabs.Tab>
            <Tabs.Tab value="results">{t('panel.results')}</Tabs.Tab>
            <Tabs.Tab value="comments">
              {t('panel.comments')} <UnreadCount count={panes.unreadCount} />
            </Tabs.Tab>
            <Tabs.Tab value="history">{t('panel.history')}</Tabs.Tab>
          </Tabs.List>
          <button
            type="button"
            className="cg-icon-button"
            aria-label={t('panel.close')}
            title={t('panel.close')}
            onClick={onClose}
          >
            <IconX size={18} stroke={1.6} aria-hidden="true" />
          </button>
        </div>
        <Tabs.Panel value="agenda" tabIndex={0} className={classes.content ?? ''}>
          {panes.agenda ?? <AgendaList agendas={agendas} onAddTemplate={onAddTemplate} />}
        </Tabs.Panel>
        <Tabs.Panel value="people" tabIndex={0} className={classes.content ?? ''}>
          <PeopleList
            partners={partners}
            people={people}
            following={following}
            signs={panes.signs}
            actions={panes.actions}
            onFollow={onFollow}
          />
        </Tabs.Panel>
        <Tabs.Panel value="results" tabIndex={0} className={classes.content ?? ''}>
          {panes.results}
        </Tabs.Panel>
        <Tabs.Panel value="comments" tabIndex={0} keepMounted={false} className={classes.content ?? ''}>
          {panes.comments}
        </Tabs.Panel>
        <Tabs.Panel value="history" tabIndex={-1} keepMounted={false} className={classes.content ?? ''}>
          {panes.history}
        </Tabs.Panel>
      </Tabs>
      {panes.foot}
    </aside>
  );
}

function UnreadCount({ count }: { count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <span className={classes.unread}>
      <span aria-hidden="true">{count}</span>
      <VisuallyHidden>{t('comments.unreadThreads', { count })}</VisuallyHidden>
    </span>
  );
}
