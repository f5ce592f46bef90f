import { toRichText, type TLRichText, type TLShape } from '@tldraw/tlschema';
import { getIndicesAbove, type IndexKey } from '@tldraw/utils';
import { exhaustive } from '@common-ground/protocol';
import type { Box, GeoItem, Layout, LayoutItem, NoteItem, SectionItem, TextItem } from '../layout/Layout.ts';
import type { Launch, LaunchPlace } from './launches.ts';
import { noteShape, shapeOf, type ShapeSeed } from './shapes.ts';

/** Side of a note, px (tldraw's NOTE_SIZE). */
const noteSizePx = 200;
/** Room between a section's edge and its prompt, px. */
const promptInsetPx = 24;

/**
 * The shapes of a layout: sections become frames, and what lies in a section becomes its child, so that it moves with
 * it. Texts and pictures are locked: they are the furniture, and people's notes are what gets moved. One index per
 * item comes in, lowest first.
 */
export function shapesOfLayout(
  layout: Layout,
  launch: Launch,
  place: LaunchPlace,
  indices: readonly IndexKey[],
): TLShape[] {
  const sections = layout.items.filter((item) => item.kind === 'section');
  const shapes: TLShape[] = [];
  layout.items.forEach((item, at) => {
    const section = item.kind === 'section' ? undefined : sections.find((box) => isInside(boxOf(item), box));
    const origin = section ?? { x: -place.bounds.x, y: -place.bounds.y };
    const seed: ShapeSeed = {
      id: shapeId(launch, item.key),
      parentId: (section === undefined ? place.pageId : shapeId(launch, section.key)) as TLShape['parentId'],
      index: indices[at] ?? ('a1' as IndexKey),
      x: item.x - origin.x,
      y: item.y - origin.y,
      meta: { launch: launch.commandId, templateId: launch.templateId, part: item.key },
    };
    shapes.push(...shapesOfItem(item, seed, launch));
  });
  return shapes;
}

/** The id under which a command lays out the item of this key. */
function shapeId(launch: Launch, key: string): TLShape['id'] {
  return `shape:${launch.commandId}-${key}` as TLShape['id'];
}

function shapesOfItem(item: LayoutItem, seed: ShapeSeed, launch: Launch): TLShape[] {
  switch (item.kind) {
    case 'section':
      return sectionShapes(item, seed, launch);
    case 'note':
      return [noteShape(seed, item.text, item.colour)];
    case 'text':
      return [locked(textShape(seed, item))];
    case 'geo':
      return [locked(geoShape(seed, item))];
    case 'widget':
      return [shapeOf({ ...seed, meta: { ...seed.meta, ...item.meta } }, item.type, { ...item.props })];
    default:
      return exhaustive(item);
  }
}

function sectionShapes(item: SectionItem, seed: ShapeSeed, launch: Launch): TLShape[] {
  const meta = {
    ...seed.meta,
    section: item.key,
    ...(item.partnerId === undefined ? {} : { partnerId: item.partnerId }),
  };
  const frame = shapeOf({ ...seed, meta }, 'frame', {
    w: item.w,
    h: item.h,
    name: item.title,
    color: item.colour ?? 'black',
  });
  if (item.prompt === '') return [frame];
  const promptSeed: ShapeSeed = {
    id: shapeId(launch, `${item.key}-prompt`),
    parentId: seed.id,
    // Below whatever else lies in the section.
    index: getIndicesAbove(null, 1)[0] ?? seed.index,
    x: promptInsetPx,
    y: promptInsetPx,
    meta: { ...seed.meta, part: `${item.key}-prompt` },
  };
  const prompt: TextItem = {
    kind: 'text',
    key: `${item.key}-prompt`,
    x: 0,
    y: 0,
    w: item.w - 2 * promptInsetPx,
    h: 0,
    text: item.prompt,
    size: 'm',
    colour: 'black',
  };
  return [frame, locked(textShape(promptSeed, prompt))];
}

function textShape(seed: ShapeSeed, item: TextItem): TLShape {
  const scale = item.scale ?? 1;
  return shapeOf(seed, 'text', {
    color: item.colour,
    size: item.size,
    font: 'sans',
    textAlign: item.align ?? 'start',
    // tldraw keeps the width before scaling.
    w: item.w / scale,
    richText: item.bold === true ? boldRichText(item.text) : toRichText(item.text),
    scale,
    autoSize: false,
  });
}

function boldRichText(text: string): TLRichText {
  const content = text
    .split('\n')
    .map((line) =>
      line === ''
        ? { type: 'paragraph' }
        : { type: 'paragraph', content: [{ type: 'text', text: line, marks: [{ type: 'bold' }] }] },
    );
  return { type: 'doc', content };
}

function geoShape(seed: ShapeSeed, item: GeoItem): TLShape {
  const rotation = item.rotation ?? 0;
  const shape = shapeOf({ ...seed, ...cornerAfterTurning(item, seed, rotation) }, 'geo', {
    geo: item.geo,
    dash: 'solid',
    url: '',
    w: item.w,
    h: item.h,
    growY: 0,
    scale: 1,
    labelColor: 'black',
    color: item.colour,
    fill: item.fill,
    size: 's',
    font: 'sans',
    align: 'middle',
    verticalAlign: 'middle',
    richText: toRichText(''),
  });
  return { ...shape, rotation };
}

/** tldraw turns a shape about its top left corner, a layout about the middle. */
function cornerAfterTurning(
  box: Box,
  at: { x: number; y: number },
  rotation: number,
): { x: number; y: number } {
  const cos = Math.cos(rotation);
  const sin = Math.sin(rotation);
  const [halfW, halfH] = [box.w / 2, box.h / 2];
  return {
    x: at.x + halfW - (halfW * cos - halfH * sin),
    y: at.y + halfH - (halfW * sin + halfH * cos),
  };
}

function locked(shape: TLShape): TLShape {
  return { ...shape, isLocked: true };
}

function boxOf(item: Exclude<LayoutItem, SectionItem>): Box {
  return item.kind === 'note' ? noteBox(item) : item;
}

function noteBox({ x, y }: NoteItem): Box {
  return { x, y, w: noteSizePx, h: noteSizePx };
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}
