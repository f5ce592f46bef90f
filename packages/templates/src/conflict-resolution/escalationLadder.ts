import type { GeoItem, LayoutItem } from '@common-ground/board';
import { inset, noteGap, splitWidth, widthForNotes } from '../composition/grid.ts';
import type { Inlay } from '../composition/sectionCell.ts';
import { textAt } from '../composition/textAt.ts';
import type { ConflictContext } from './parties.ts';

/** How much higher each level stands than the one before. */
const rise = 40;
/** Free space inside a level's box, in a ladder of the width it is made for. */
const padding = 16;
/** The width it is made for; on the wide board of many parties, which is seen from further away, its words grow. */
const madeForW = widthForNotes(4) - 2 * inset;
/** As far as words stay on one line and it takes no room from the lanes. */
const mostScale = 2;

const levels = ['leads', 'sponsors', 'executives', 'mediator'] as const;

/** The levels of escalation as stairs: who decides, and within how long. */
export function escalationLadder(t: ConflictContext['t']): Inlay {
  return {
    height: (w) => rise * (levels.length - 1) + tallestLevel(t, w),
    draw: ({ x, y, w }) => {
      const levelH = tallestLevel(t, w);
      const scale = scaleOf(w);
      return levelSlots(w).flatMap((slot, index) => {
        const top = y + rise * (levels.length - 1 - index);
        const h = levelH + rise * index;
        return drawLevel(t, index, { x: x + slot.x, y: top, w: slot.w, h }, scale);
      });
    },
  };
}

function drawLevel(
  t: ConflictContext['t'],
  index: number,
  box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
  scale: number,
): LayoutItem[] {
  const level = levels[index] ?? 'mediator';
  const step: GeoItem = {
    kind: 'geo',
    key: `escalation:${level}:step`,
    geo: 'rectangle',
    colour: 'grey',
    fill: 'solid',
    ...box,
  };
  return [step, ...levelTexts(t, level, box, scale)];
}

function levelTexts(
  t: ConflictContext['t'],
  level: (typeof levels)[number],
  place: { readonly x: number; readonly y: number; readonly w: number },
  scale: number,
) {
  const side = Math.round(scale * padding);
  const inner = { x: place.x + side, y: place.y + side, w: place.w - 2 * side };
  const style = { size: 'm', scale } as const;
  const who = textAt(`escalation:${level}`, t(`level.${level}.title`), inner, { ...style, bold: true });
  const below = { ...inner, y: inner.y + who.h };
  const time = textAt(`escalation:${level}:time`, t(`level.${level}.time`), below, style);
  return [who, time];
}

function scaleOf(w: number): number {
  return Math.min(mostScale, Math.max(1, w / madeForW));
}

function levelSlots(w: number) {
  return splitWidth(
    w,
    levels.map(() => 1),
    noteGap,
  );
}

function tallestLevel(t: ConflictContext['t'], w: number): number {
  const slots = levelSlots(w);
  const heights = levels.map((level, index) => {
    const texts = levelTexts(t, level, { x: 0, y: 0, w: slots[index]?.w ?? w }, scaleOf(w));
    return texts.reduce((sum, text) => sum + text.h, 2 * Math.round(scaleOf(w) * padding));
  });
  return Math.max(...heights);
}
