import type { CanvasColour, Layout, LayoutItem, NoteItem, SectionItem } from '@common-ground/board';
import { inset, noteGap, notesAcross, noteSide } from '../composition/grid.ts';
import { promptRoom } from '../composition/sectionCell.ts';

/** The colours of notes where a layout has no lanes. */
const sharedColours: readonly CanvasColour[] = ['blue', 'orange', 'green', 'yellow'];

/**
 * A layout as it looks after some minutes of work: blank notes lie in the sections that ask for them, in the colours
 * of the partners. Only for miniatures; the same layout always gets the same notes.
 */
export function withSampleNotes(layout: Layout): Layout {
  const lanes = layout.items.flatMap((item) => (item.kind === 'section' ? (item.colour ?? []) : []));
  const colours = lanes.length > 0 ? [...new Set(lanes)] : sharedColours;
  const sections = layout.items.filter((item) => item.kind === 'section');
  const notes = sections.flatMap((section, index) =>
    sampleNotes(section, index + section.title.length, layout.items, colours),
  );
  return { ...layout, items: [...layout.items, ...notes] };
}

function sampleNotes(
  section: SectionItem,
  seed: number,
  items: readonly LayoutItem[],
  colours: readonly CanvasColour[],
): NoteItem[] {
  if (section.prompt === '' || items.some((item) => item !== section && isInside(item, section))) return [];
  const across = notesAcross(section.w);
  const pitch = noteSide + noteGap;
  const top = section.y + promptRoom(section.prompt, section.w);
  const rows = Math.floor((section.y + section.h - top - inset + noteGap) / pitch);
  // A third to a half of the section, never in full rows: a wall of notes would hide what the section is.
  const count = Math.max(1, Math.min(8, Math.floor(across * rows * 0.4)) - (seed % 3));
  const perRow = Math.max(1, Math.ceil(across * 0.7) - (seed % 2));
  return Array.from({ length: count }, (_, place) => ({
    kind: 'note',
    key: `sample:${section.key}:${place}`,
    x: section.x + inset + (place % perRow) * pitch,
    y: top + Math.floor(place / perRow) * pitch,
    text: '',
    colour: section.colour ?? colours[(seed + place * 7) % colours.length] ?? 'yellow',
  }));
}

function isInside(item: LayoutItem, section: SectionItem): boolean {
  return (
    item.x >= section.x &&
    item.y >= section.y &&
    item.x < section.x + section.w &&
    item.y < section.y + section.h
  );
}
