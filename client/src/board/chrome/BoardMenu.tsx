import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import {
  IconBell,
  IconCheck,
  IconDownload,
  IconHome,
  IconMenu2,
  IconShare,
  IconTemplate,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { colourSchemes } from '../../app/colourSchemes.ts';

/** What one does seldom: another template, the links, the colours, back to all boards. */
export function BoardMenu({
  onAddTemplate,
  onInform,
  onExport,
  onShare,
}: {
  onAddTemplate: (() => void) | null;
  onInform: () => void;
  /** Null until there is something to take along. */
  onExport: (() => void) | null;
  onShare: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <button type="button" className="cg-icon-button" aria-label={t('board.menu')} title={t('board.menu')}>
          <IconMenu2 size={20} stroke={1.6} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {onAddTemplate !== null && (
          <Menu.Item leftSection={<IconTemplate size={16} stroke={1.6} />} onClick={onAddTemplate}>
            {t('board.menuTemplate')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconShare size={16} stroke={1.6} />} onClick={onShare}>
          {t('board.share')}
        </Menu.Item>
        <Menu.Item leftSection={<IconBell size={16} stroke={1.6} />} onClick={onInform}>
          {t('informed.title')}
        </Menu.Item>
        {onExport !== null && (
          <Menu.Item leftSection={<IconDownload size={16} stroke={1.6} />} onClick={onExport}>
            {t('exports.menu')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Label>{t('app.colours')}</Menu.Label>
        <ColourSchemeItems />
        <Menu.Divider />
        <Menu.Item component={Link} to="/" leftSection={<IconHome size={16} stroke={1.6} />}>
          {t('board.menuHome')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function ColourSchemeItems() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (Object.keys(colourSchemes) as MantineColorScheme[]).map((scheme) => {
    const { label, Icon } = colourSchemes[scheme];
    return (
      <Menu.Item
        key={scheme}
        leftSection={<Icon size={16} stroke={1.6} />}
        rightSection={scheme === colorScheme ? <IconCheck size={16} /> : null}
        aria-current={scheme === colorScheme}
        onClick={() => setColorScheme(scheme)}
      >
        {t(label)}
      </Menu.Item>
    );
  });
}
