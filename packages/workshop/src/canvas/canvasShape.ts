import { z } from 'zod';
import { defineShape } from '../core/Shape.ts';
import { openCanvas } from './CanvasState.ts';

/** Who may change the canvas: the board's lock, and notes only. */
export const canvasShape = defineShape({
  initial: openCanvas,
  commands: {
    'canvas.setLock': { who: 'facilitators', fields: { isLocked: z.boolean() } },
    'canvas.setNotesOnly': { who: 'facilitators', fields: { isNotesOnly: z.boolean() } },
  },
  events: {
    'canvas.lockSet': { isLocked: z.boolean() },
    'canvas.notesOnlySet': { isNotesOnly: z.boolean() },
  },
  view: z.object({
    isLocked: z.boolean(),
    isNotesOnly: z.boolean(),
    /** What you may do: change everything, add and change notes, or read. */
    yourRight: z.enum(['edit', 'notes', 'read']),
  }),
});
