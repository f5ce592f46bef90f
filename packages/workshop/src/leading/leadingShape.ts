import { z } from 'zod';
import { itemIdField, participantIdField } from '../core/fields.ts';
import { defineShape } from '../core/Shape.ts';
import { nobodyLeads } from './LeadingState.ts';

const px = z.number().min(-1e7).max(1e7);
const sizePx = z.number().min(1).max(1e7);

/** Taking the lead, and bringing everyone to a place. */
export const leadingShape = defineShape({
  initial: nobodyLeads,
  commands: {
    'leading.lead': { who: 'facilitators', fields: {} },
    'leading.release': { who: 'facilitators', fields: {} },
    /** Leaves the lead, or comes back to it. */
    'leading.follow': { who: 'everyone', fields: { isFollowing: z.boolean() } },
    /** Shows everybody who is here now a place on the canvas. */
    'leading.bring': {
      who: 'facilitators',
      fields: { pageId: itemIdField, box: z.object({ x: px, y: px, w: sizePx, h: sizePx }) },
    },
  },
  events: {
    'leading.taken': { participantId: participantIdField },
    'leading.released': {},
    'leading.followSet': { participantId: participantIdField, isFollowing: z.boolean() },
  },
  view: z.object({
    /** Who leads and is here; null when nobody does. */
    leaderId: participantIdField.nullable(),
    isYouFollowing: z.boolean(),
  }),
});
