import type {
  GeoItem,
  Layout,
  LayoutItem,
  NoteItem,
  SectionItem,
  TextItem,
  WidgetItem,
} from '@common-ground/board';
import { exhaustive } from '@common-ground/protocol';
import { noteSide } from '../composition/grid.ts';
import { breakIntoLines, fontPx, lineHeight, widthInGlyphs } from '../composition/measureText.ts';
import type { Widget } from '../widget.ts';
import type { Drawing, Primitive } from './drawing.ts';
import { drawForm } from './drawForm.ts';

/**
 * A miniature of a layout for the gallery: sections, lanes, notes and forms as they are, texts as lines. What is
 * drawn stays in the layout's own px; whoever shows it scales it.
 */
export function previewOf(layout: Layout, widgets: readonly Widget[]): Drawing {
  return layout.items.flatMap((item) => drawItem(item, widgets));
}

function drawItem(item: LayoutItem, widgets: readonly Widget[]): Drawing {
  switch (item.kind) {
    case 'section':
      return drawSection(item);
    case 'note':
      return drawNote(item);
    case 'text':
      return drawText(item);
    case 'geo':
      return drawGeo(item);
    case 'widget':
      return drawWidget(item, widgets);
    default:
      return exhaustive(item);
  }
}

/** A lane carries its partner's colour as a bar, so that it is seen at the size of a stamp. */
function drawSection(section: SectionItem): Drawing {
  const { x, y, w, h, colour } = section;
  const sheet: Primitive = {
    kind: 'rectangle',
    x,
    y,
    w,
    h,
    radius: 16,
    fill: colour === undefined ? 'surface' : `tint-${colour}`,
    stroke: 'line',
  };
  const title = bar(x + 32, y - 44, Math.min(w * 0.6, section.title.length * 14), 20, 'line');
  return [sheet, title];
}

function drawNote({ x, y, colour }: NoteItem): Drawing {
  return [
    {
      kind: 'rectangle',
      x,
      y,
      w: noteSide,
      h: noteSide,
      radius: 8,
      fill: `strong-${colour}`,
      stroke: null,
    },
  ];
}

/** One bar for each line, as long as the line. */
function drawText(text: TextItem): Drawing {
  const px = fontPx[text.size] * (text.scale ?? 1);
  return breakIntoLines(text.text, text.w, text).map((line, index) => {
    const w = Math.min(text.w, widthInGlyphs(line) * px * 0.5);
    const y = text.y + (index + 0.5) * px * lineHeight - px * 0.28;
    return bar(text.x, y, w, px * 0.56, text.bold === true ? 'text' : 'line');
  });
}

function drawGeo(item: GeoItem): Drawing {
  const fill = item.fill === 'solid' ? (`tint-${item.colour}` as const) : null;
  return drawForm(item, fill, `strong-${item.colour}`);
}

function drawWidget(item: WidgetItem, widgets: readonly Widget[]): Drawing {
  return widgets.find((widget) => widget.type === item.type)?.sketch(item) ?? [];
}

function bar(x: number, y: number, w: number, h: number, fill: 'text' | 'line'): Primitive {
  return { kind: 'rectangle', x, y, w, h, radius: h / 2, fill, stroke: null };
}
