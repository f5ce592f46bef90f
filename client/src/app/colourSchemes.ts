import type { MantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun, type TablerIcon } from '@tabler/icons-react';

/** The colour schemes one can choose from, with the key of their text and their icon. */
export const colourSchemes = {
  auto: { label: 'app.colourSchemeAuto', Icon: IconDeviceDesktop },
  light: { label: 'app.colourSchemeLight', Icon: IconSun },
  dark: { label: 'app.colourSchemeDark', Icon: IconMoon },
} as const satisfies Record<MantineColorScheme, { label: string; Icon: TablerIcon }>;
