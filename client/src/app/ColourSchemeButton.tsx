import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { colourSchemes } from './colourSchemes.ts';

/** Goes round as on this device, light, dark; the choice is remembered by this browser. */
export function ColourSchemeButton() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { Icon, label } = colourSchemes[colorScheme];
  const text = t('app.colourSchemeNow', { scheme: t(label) });
  return (
    <button
      type="button"
      className="cg-icon-button"
      aria-label={text}
      title={text}
      onClick={() => setColorScheme(after(colorScheme))}
    >
      <Icon size={20} stroke={1.6} aria-hidden="true" />
    </button>
  );
}

function after(scheme: MantineColorScheme): MantineColorScheme {
  const all = Object.keys(colourSchemes) as MantineColorScheme[];
  return all[(all.indexOf(scheme) + 1) % all.length] ?? 'auto';
}
