import { ActionIcon, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { colourSchemes } from './colourSchemes.ts';

/** Goes round as on this device, light, dark; the choice is remembered by this browser. */
export function ColourSchemeButton() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { Icon, label } = colourSchemes[colorScheme];
  const text = t('app.colourSchemeNow', { scheme: t(label) });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={text}
      title={text}
      onClick={() => setColorScheme(after(colorScheme))}
    >
      <Icon size={20} stroke={1.6} />
    </ActionIcon>
  );
}

function after(scheme: MantineColorScheme): MantineColorScheme {
  const all = Object.keys(colourSchemes) as MantineColorScheme[];
  return all[(all.indexOf(scheme) + 1) % all.length] ?? 'auto';
}
