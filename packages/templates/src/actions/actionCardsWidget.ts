import type { WidgetItem } from '@common-ground/board';
import { z } from 'zod';
import type { Inlay } from '../composition/sectionCell.ts';
import type { Drawing, Primitive } from '../preview/drawing.ts';
import type { Widget } from '../widget.ts';
import { layCards } from './layCards.ts';

/** The shape type of the group's actions on the canvas. */
export const actionCardsType = 'action-cards';

/** The size is the people's to choose; what stands in it are the workshop's actions, and nothing of them is in the shape. */
export interface ActionCardsProps {
  readonly w: number;
  readonly h: number;
  /** Which of them; all where it is left out, as on boards that were laid out before there was a choice. */
  readonly of?: ActionsShown | undefined;
}

/** All actions, those that were there before this run, or those it agrees on. */
export type ActionsShown = (typeof shownActions)[number];
const shownActions = ['all', 'last-time', 'this-time'] as const;

/** One schema a prop. */
export const actionCardsPropSchemas = {
  w: z.number().positive().max(100_000),
  h: z.number().positive().max(100_000),
  of: z.enum(shownActions).optional(),
} as const;

/** The group's actions as cards on the canvas. */
export const actionCardsWidget: Widget = {
  type: actionCardsType,
  props: actionCardsPropSchemas,
  sketch: sketchCards,
};

/** Room for six cards that can be read at the size notes are. */
const roomH = 272;
/** More room for the prompt above, which is drawn larger from afar. */
const promptH = 16;

/** The cards across a section, above the notes that become actions, as high as the section has room. */
export function actionCardsInlay(of: ActionsShown): Inlay {
  return {
    height: () => promptH + roomH,
    draw: ({ x, y, w, h: room }) => {
      const h = room - promptH;
      const props: ActionCardsProps = { w, h, of };
      const key = of === 'last-time' ? 'last-cards' : 'action-cards';
      return [
        {
          kind: 'widget',
          key,
          type: actionCardsType,
          props: { ...props },
          meta: {},
          x,
          y: y + promptH,
          w,
          h,
        },
      ];
    },
  };
}

/** Three cards, as a good meeting leaves. */
function sketchCards({ x, y, w, h }: WidgetItem): Drawing {
  return layCards(3, { w, h }).cards.flatMap((card) => {
    const [left, top] = [x + card.x, y + card.y];
    const sheet: Primitive = {
      kind: 'rectangle',
      x: left,
      y: top,
      w: card.w,
      h: card.h,
      radius: 12,
      fill: 'surface',
      stroke: 'line',
    };
    const bar = { ...sheet, x: left + 24, radius: 6, fill: 'line', stroke: null } as const;
    return [
      sheet,
      { ...bar, y: top + 28, w: card.w * 0.6, h: 16 },
      { ...bar, y: top + 64, w: card.w * 0.35, h: 12 },
    ];
  });
}
