import type { Box, Layout, LayoutItem, SectionItem, WidgetItem } from '@common-ground/board';
import type { Partner } from '@common-ground/protocol';
import type { Agenda } from '@common-ground/workshop';
import type { CommonTextKey } from '../commonTexts.ts';
import { agendaBand } from '../composition/agendaBand.ts';
import { equalColumns } from '../composition/columnsBand.ts';
import { onGrid } from '../composition/grid.ts';
import { sectionCell } from '../composition/sectionCell.ts';
import { sheetOf } from '../composition/Sheet.ts';
import type { Translate } from '../translate.ts';
import { closeGaps } from './closeGaps.ts';
import type { OwnTemplate } from './OwnTemplate.ts';
import { generalKey } from './sectionKeys.ts';

/** Notes that an added section has room for. */
const addedRoom = 12;

/** A template's layout with what was changed of it: other words, sections left out and added, and its own agenda. */
export function ownLayout(
  base: Layout,
  own: OwnTemplate,
  { agenda, partners, t }: { agenda: Agenda; partners: readonly Partner[]; t: Translate<CommonTextKey> },
): Layout {
  const kept = closeGaps(base, (key) => own.removedSections.includes(generalKey(key)));
  const worded = { ...kept, items: kept.items.map((item) => withWords(item, own, partners)) };
  return withAdded(withAgenda(worded, agenda, t), own);
}

function withWords(item: LayoutItem, { sections }: OwnTemplate, partners: readonly Partner[]): LayoutItem {
  if (item.kind !== 'section') return item;
  const words = sections.find(({ key }) => key === generalKey(item.key));
  if (words === undefined) return item;
  const partner = partners.find(({ id }) => id === item.partnerId)?.name;
  const title = partner === undefined ? words.title : words.title.replaceAll('{partner}', partner);
  // A lane of nobody in particular has no name to put in.
  return { ...item, prompt: words.prompt, title: title.includes('{partner}') ? item.title : title };
}

/** Draws the agenda's strip anew; what lies below moves by as much as it has become higher. */
function withAgenda(layout: Layout, agenda: Agenda, t: Translate<CommonTextKey>): Layout {
  const panel = layout.items.find((item) => item.kind === 'section' && item.key === 'agenda');
  if (panel?.kind !== 'section') return layout;
  const drawn = agendaBand(agenda, t)(panel, sheetOf(layout.w));
  const more = drawn.h - panel.h;
  const others = layout.items
    .filter(({ key }) => key !== 'agenda' && !key.startsWith('agenda:'))
    .map((item) => (item.y > panel.y ? { ...item, y: item.y + more } : item));
  return { ...layout, h: layout.h + more, items: [...others, ...drawn.items] };
}

/** Sections of the facilitator's own, side by side below everything. */
function withAdded(layout: Layout, { addedSections }: OwnTemplate): Layout {
  if (addedSections.length === 0) return layout;
  const sheet = sheetOf(layout.w);
  const y = onGrid(layout.h + sheet.nameRoom);
  const cells = addedSections.map(({ key, prompt, title }) => sectionCell({ key, title, prompt }, addedRoom));
  const drawn = equalColumns(cells)({ x: 0, y, w: layout.w }, sheet);
  return { ...layout, h: onGrid(y + drawn.h), items: [...layout.items, ...drawn.items] };
}

/** The sections of a layout that hold people's notes, by key. */
export function sectionsOf({ items }: Layout): readonly SectionItem[] {
  return items.filter((item): item is SectionItem & Box => item.kind === 'section' && item.key !== 'agenda');
}

/** What a step can be about: sections and widgets, by key. */
export function partsOf(layout: Layout): readonly (SectionItem | WidgetItem)[] {
  const widgets = layout.items.filter((item): item is WidgetItem => item.kind === 'widget');
  return [...sectionsOf(layout), ...widgets];
}
