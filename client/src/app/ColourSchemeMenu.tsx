import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const schemes = [
  { value: 'auto', label: 'app.colourSchemeAuto', Icon: IconDeviceDesktop },
  { value: 'light', label: 'app.colourSchemeLight', Icon: IconSun },
  { value: 'dark', label: 'app.colourSchemeDark', Icon: IconMoon },
] as const;

/** Light, dark, or as the device says; remembered by this browser. */
export function ColourSchemeMenu() {
  const { t } = useTranslation();
  const { colorScheme } = useMantineColorScheme();
  const { Icon } = schemes.find(({ value }) => value === colorScheme) ?? schemes[0];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('app.colourScheme')}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('app.colourScheme')}>
            <Icon size={20} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <ColourSchemeItems />
      </Menu.Dropdown>
    </Menu>
  );
}

/** The three choices as items of a menu. */
export function ColourSchemeItems() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return schemes.map(({ value, label, Icon }) => (
    <Menu.Item
      key={value}
      leftSection={<Icon size={16} stroke={1.6} />}
      rightSection={value === colorScheme ? <IconCheck size={16} /> : null}
      aria-current={value === colorScheme}
      onClick={() => setColorScheme(value)}
    >
      {t(label)}
    </Menu.Item>
  ));
}
