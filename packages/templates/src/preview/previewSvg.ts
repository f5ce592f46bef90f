import type { Layout } from '@common-ground/board';
import { exhaustive } from '@common-ground/protocol';
import type { Widget } from '../widget.ts';
import type { Drawing, Ink, Primitive } from './drawing.ts';
import { inkVariable, previewPalette } from './previewColours.ts';
import { previewOf } from './previewOf.ts';
import { withSampleNotes } from './withSampleNotes.ts';

/** Free space around the layout, as a part of its width. */
const marginPart = 0.03;
/** The miniature's proportions. */
const aspect = 1.6;

/**
 * A miniature as the text of an SVG element, 16:10, with the layout in the middle and some blank notes
 * on it. Colours are CSS custom properties
 * (`previewDeclarations`) and light ones where those are not set. It holds no text of the layout, so there is nothing
 * in it to be escaped.
 */
export function previewSvg(layout: Layout, widgets: readonly Widget[]): string {
  const margin = layout.w * marginPart;
  const w = Math.max(layout.w + 2 * margin, (layout.h + 2 * margin) * aspect);
  const h = w / aspect;
  const viewBox = [(layout.w - w) / 2, (layout.h - h) / 2, w, h].map(round).join(' ');
  // Lines are as thick on the screen as they would be on a miniature of a board 4,000 px wide.
  const body = drawingSvg(previewOf(withSampleNotes(layout), widgets), w / 500);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" aria-hidden="true">${body}</svg>`;
}

function drawingSvg(drawing: Drawing, strokeWidth: number): string {
  return drawing.map((primitive) => primitiveSvg(primitive, strokeWidth)).join('');
}

function primitiveSvg(primitive: Primitive, strokeWidth: number): string {
  const stroke =
    primitive.stroke === null
      ? ''
      : ` stroke="${colourOf(primitive.stroke)}" stroke-width="${round(strokeWidth)}"`;
  const paint = `fill="${primitive.fill === null ? 'none' : colourOf(primitive.fill)}"${stroke}`;
  switch (primitive.kind) {
    case 'rectangle': {
      const { x, y, w, h, radius } = primitive;
      return `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" rx="${round(radius)}" ${paint}/>`;
    }
    case 'ellipse': {
      const { cx, cy, rx, ry } = primitive;
      return `<ellipse cx="${round(cx)}" cy="${round(cy)}" rx="${round(rx)}" ry="${round(ry)}" ${paint}/>`;
    }
    case 'polygon': {
      const points = primitive.points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
      return `<polygon points="${points}" stroke-linejoin="round" ${paint}/>`;
    }
    default:
      return exhaustive(primitive);
  }
}

const lightPalette = previewPalette('light');

function colourOf(ink: Ink): string {
  return `var(${inkVariable(ink)}, ${lightPalette.get(ink) ?? 'none'})`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
