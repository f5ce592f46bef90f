import { DefaultColorThemePalette } from '@tldraw/tldraw';
import { partnerShades } from '../../partners/partnerStyles.ts';

/** tldraw's light theme draws black notes pale yellow, which is the colour of shared notes; a partner's black is black. */
export function patchCanvasTheme(): void {
  for (const scheme of ['light', 'dark'] as const) {
    const palette = DefaultColorThemePalette[scheme === 'light' ? 'lightMode' : 'darkMode'];
    const { fill, text } = partnerShades.black[scheme];
    palette.black = { ...palette.black, note: { fill, text } };
  }
}
