import { Menu } from '@mantine/core';
import { IconCheck, IconFocusCentered, IconViewfinder } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StepViewControl } from './useStepView.ts';

/** Leads to where the step takes place, and says whether one wants to be led there by itself. */
export function StepViewMenu({ goesAlong, setGoesAlong, hasPlace, show }: StepViewControl) {
  const { t } = useTranslation();
  return (
    <Menu position="top-end" width={280}>
      <Menu.Target>
        <button
          type="button"
          className="cg-icon-button"
          aria-label={t('stepView.menu')}
          title={t('stepView.menu')}
        >
          <IconViewfinder size={20} stroke={1.6} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFocusCentered size={18} stroke={1.6} />}
          rightSection={<kbd>⇧3</kbd>}
          disabled={!hasPlace}
          onClick={show}
        >
          {t('stepView.show')}
        </Menu.Item>
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={goesAlong}
          leftSection={goesAlong ? <IconCheck size={18} stroke={1.8} /> : <span style={{ width: 18 }} />}
          onClick={() => setGoesAlong(!goesAlong)}
        >
          {t('stepView.goesAlong')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
