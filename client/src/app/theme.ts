import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
  type VariantColorsResolver,
} from '@mantine/core';

/** Deep teal: what can be pressed now. Shade 7 is the light scheme's accent, shade 4 the dark one's. */
const accent: MantineColorsTuple = [
  '#e8f4f3',
  '#cfe8e6',
  '#a5d6d2',
  '#76c2bd',
  '#4fb3ae',
  '#2e9791',
  '#1a7f7b',
  '#0f6b6b',
  '#0b5555',
  '#073e3e',
];

/** Warm greys from paper to ink; chosen so that shade 7 on shade 0 passes WCAG AA with room to spare (6.6 : 1). */
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ee',
  '#ebe8e3',
  '#dedad3',
  '#c9c4bb',
  '#a39d93',
  '#7b756b',
  '#5c574f',
  '#3d3a34',
  '#24221f',
];

const dark: MantineColorsTuple = [
  '#ece9e5',
  '#cdc9c3',
  '#aba69e',
  '#7d7871',
  '#4d4a45',
  '#3b3835',
  '#2a2826',
  '#1c1b19',
  '#151412',
  '#0e0d0c',
];

/** Three sizes in the chrome: 13, 15 and 20 px. */
const small = '0.8125rem';
const normal = '0.9375rem';
const large = '1.25rem';

/** How everything around the canvas looks (Mantine theme): one ink, one accent, lines before shadows. */
export const theme: MantineThemeOverride = createTheme({
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  variantColorResolver: variantColours,
  black: '#24221f',
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontSizes: { xs: small, sm: normal, md: normal, lg: large, xl: large },
  headings: {
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: large, lineHeight: '1.3' },
      h2: { fontSize: large, lineHeight: '1.3' },
      h3: { fontSize: normal, lineHeight: '1.4' },
    },
  },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  shadows: {
    sm: '0 1px 2px rgb(36 34 31 / 6%)',
    md: '0 4px 16px rgb(36 34 31 / 10%)',
    lg: '0 8px 32px rgb(36 34 31 / 14%)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    InputWrapper: {
      styles: { label: { marginBottom: 4, fontWeight: 500 }, description: { marginBottom: 6 } },
    },
    ModalRoot: { defaultProps: { centered: true, transitionProps: { duration: 120, transition: 'fade' } } },
    ModalOverlay: { defaultProps: { backgroundOpacity: 0.35 } },
    Tooltip: {
      defaultProps: {
        openDelay: 300,
        withArrow: true,
        transitionProps: { duration: 100 },
        events: { hover: true, focus: true, touch: false },
      },
    },
    Menu: {
      defaultProps: {
        // The empty element that would take the focus first is not allowed in a menu (WAI-ARIA).
        withInitialFocusPlaceholder: false,
        transitionProps: { duration: 100 },
        shadow: 'md',
      },
    },
  },
});

/** Mantine decides on one text colour for a filled button in both schemes; the accent needs white in the light one, ink in the dark. */
function variantColours(input: Parameters<VariantColorsResolver>[0]): ReturnType<VariantColorsResolver> {
  const colours = defaultVariantColorsResolver(input);
  const isAccent = (input.color ?? input.theme.primaryColor) === input.theme.primaryColor;
  const isFilled = input.variant === 'filled' && isAccent;
  return isFilled ? { ...colours, color: 'var(--mantine-primary-color-contrast)' } : colours;
}

/** Colours that Mantine derives too faintly for WCAG AA, and the surfaces of our own styles. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': gray[7],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-anchor': accent[7],
    '--mantine-color-error': '#b3261e',
    '--cg-paper': gray[0],
    '--cg-line': gray[3],
    '--cg-hover': gray[1],
    '--cg-accent': accent[7],
    '--cg-accent-quiet': accent[0],
    '--cg-warn': '#8a5300',
    '--cg-error': '#b3261e',
  },
  dark: {
    '--mantine-color-body': '#232120',
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': '#918c85',
    '--mantine-color-anchor': accent[4],
    '--mantine-color-error': '#ff9d94',
    '--cg-paper': dark[7],
    '--cg-line': '#3a3734',
    '--cg-hover': '#2e2b29',
    '--cg-accent': accent[4],
    '--cg-accent-quiet': '#143433',
    '--cg-warn': '#f3b65b',
    '--cg-error': '#ff9d94',
  },
});
