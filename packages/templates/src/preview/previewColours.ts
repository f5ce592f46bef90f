import type { CanvasColour } from '@common-ground/board';
import { partnerColours, sharedNoteColour } from '@common-ground/protocol';
import type { Ink } from './drawing.ts';

/** Colours of a miniature, hex, by ink. */
export type PreviewPalette = ReadonlyMap<Ink, string>;

/**
 * Tints and strong tones of each canvas colour, in the order light tint, light tone, dark tint, dark tone: tldraw's
 * `solid` fills and note colours, a little quieter, so that a miniature looks like the board it stands for.
 */
const tones: Readonly<Record<CanvasColour, readonly [string, string, string, string]>> = {
  blue: ['#e6eafb', '#8aa3ff', '#232a45', '#5a78e8'],
  orange: ['#fbebdf', '#f5a878', '#3d2a1f', '#c9743f'],
  green: ['#e0f1ea', '#6fc896', '#1c352a', '#3f9b6b'],
  violet: ['#f3e6f7', '#d093ee', '#372441', '#a35fc4'],
  red: ['#f9e4e4', '#f28b8b', '#3f2325', '#c95a5a'],
  'light-blue': ['#e4f1fb', '#9bc4fd', '#1d3040', '#5b95cf'],
  'light-green': ['#e4f4e8', '#98d08a', '#20362a', '#62a356'],
  'light-violet': ['#f7edfb', '#dfb0f9', '#3a2b41', '#b083c9'],
  'light-red': ['#fae9e9', '#f7b0ac', '#40292a', '#cf827e'],
  grey: ['#eceef0', '#bfc8d0', '#2d3136', '#79838d'],
  black: ['#e4e5e7', '#6d737a', '#33363a', '#a5abb1'],
  white: ['#f7f7f6', '#e2e0dc', '#2f3032', '#d9d9d6'],
  yellow: ['#fbf3e4', '#fad08f', '#3b3222', '#d3a45a'],
};

const plainInks = ['paper', 'surface', 'line', 'text'] as const;

const plain: Readonly<Record<(typeof plainInks)[number], readonly [string, string]>> = {
  paper: ['#faf9f7', '#1c1d1f'],
  surface: ['#ffffff', '#26282b'],
  line: ['#d8d6d1', '#43464b'],
  text: ['#55585c', '#c4c6c9'],
};

/** The palette of a colour scheme. */
export function previewPalette(scheme: 'light' | 'dark'): PreviewPalette {
  const isLight = scheme === 'light';
  const palette = new Map<Ink, string>();
  for (const ink of plainInks) palette.set(ink, plain[ink][isLight ? 0 : 1]);
  for (const colour of [...partnerColours, sharedNoteColour] as const) {
    const [lightTint, lightTone, darkTint, darkTone] = tones[colour];
    palette.set(`tint-${colour}`, isLight ? lightTint : darkTint);
    palette.set(`strong-${colour}`, isLight ? lightTone : darkTone);
  }
  return palette;
}

/** The CSS custom property that an ink is drawn with. */
export function inkVariable(ink: Ink): string {
  return `--preview-${ink}`;
}

/** CSS declarations of a scheme's colours, to stand in the rule that applies while the scheme does. */
export function previewDeclarations(scheme: 'light' | 'dark'): string {
  return [...previewPalette(scheme)].map(([ink, hex]) => `${inkVariable(ink)}: ${hex};`).join('\n');
}
