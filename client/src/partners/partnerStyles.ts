import type { PartnerColour, sharedNoteColour } from '@common-ground/protocol';

interface Shade {
  /** Fill of a note and of the partner's mark. */
  readonly fill: string;
  /** Text on the fill; at least 4.5 : 1. */
  readonly text: string;
  /** Lines and cursors. */
  readonly solid: string;
}

/**
 * The partners' colours in the light and the dark scheme: the note colours of tldraw's default theme (tlschema
 * 3.15, TLColorStyle). Black differs in the light scheme, where tldraw's black note is pale yellow and would pass
 * for a shared note: the canvas patches its theme with the same values.
 */
export const partnerShades: Record<
  PartnerColour | typeof sharedNoteColour,
  { readonly light: Shade; readonly dark: Shade }
> = {
  blue: shades('#8aa3ff', '#4465e9', '#2a3f98', '#4f72fc'),
  orange: shades('#faa475', '#e16919', '#7c3905', '#f76707'),
  green: shades('#6fc896', '#099268', '#014429', '#099268'),
  violet: shades('#db91fd', '#ae3ec9', '#5f1c70', '#ae3ec9'),
  red: shades('#fc8282', '#e03131', '#7e201f', '#e03131'),
  'light-blue': shades('#9bc4fd', '#4ba1f1', '#1f5495', '#4dabf7'),
  'light-green': shades('#98d08a', '#4cb05e', '#21581d', '#40c057'),
  'light-violet': shades('#dfb0f9', '#e085f4', '#762f8e', '#e599f7'),
  'light-red': shades('#f7a5a1', '#f87777', '#7a3333', '#ff8787'),
  grey: shades('#c0cad3', '#9fa8b2', '#56595f', '#9398b0'),
  black: {
    light: { fill: '#3d3d3d', text: '#ffffff', solid: '#1d1d1d' },
    dark: { fill: '#2c2c2c', text: '#f2f2f2', solid: '#f2f2f2' },
  },
  white: {
    light: { fill: '#ffffff', text: '#000000', solid: '#8f8a82' },
    dark: { fill: '#eaeaea', text: '#1d1d1d', solid: '#f3f3f3' },
  },
  yellow: shades('#fed49a', '#f1ac4b', '#8a5e1c', '#ffc034'),
};

/** A colour for CSS that follows the colour scheme by itself (`light-dark()`). */
export function partnerCss(colour: PartnerColour | typeof sharedNoteColour, part: keyof Shade): string {
  const { light, dark } = partnerShades[colour];
  return `light-dark(${light[part]}, ${dark[part]})`;
}

function shades(lightFill: string, lightSolid: string, darkFill: string, darkSolid: string) {
  return {
    light: { fill: lightFill, text: '#000000', solid: lightSolid },
    dark: { fill: darkFill, text: '#f2f2f2', solid: darkSolid },
  };
}
