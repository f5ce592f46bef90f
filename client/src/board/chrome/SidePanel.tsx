import type { ParticipantId, Partner } from '@common-ground/protocol';
import { Tabs } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AgendaList } from './AgendaList.tsx';
import type { AgendaView, BoardPerson } from './model.ts';
import { PeopleList } from './PeopleList.tsx';
import classes from './SidePanel.module.css';

/** The panel's tabs. */
export type PanelTab = 'agenda' | 'people';

/** What stands beside the canvas: it pushes the canvas aside and covers no note. On a phone it is a sheet. */
export function SidePanel({
  tab,
  agendas,
  partners,
  people,
  following,
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
        onChange={(value) => onTab(value === 'people' ? 'people' : 'agenda')}
      >
        <div className={classes.head}>
          <Tabs.List className={classes.list ?? ''}>
            <Tabs.Tab value="agenda">{t('panel.agenda')}</Tabs.Tab>
            <Tabs.Tab value="people">
              {t('panel.people')}{' '}
              <span className="cg-numbers">({people.filter(({ isHere }) => isHere).length})</span>
            </Tabs.Tab>
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
          <AgendaList agendas={agendas} onAddTemplate={onAddTemplate} />
        </Tabs.Panel>
        <Tabs.Panel value="people" tabIndex={0} className={classes.content ?? ''}>
          <PeopleList partners={partners} people={people} following={following} onFollow={onFollow} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}
