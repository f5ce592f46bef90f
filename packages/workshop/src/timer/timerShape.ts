import { z } from 'zod';
import { countField, minutesField, timeField } from '../core/fields.ts';
import { defineShape } from '../core/Shape.ts';
import { idleTimer } from './TimerState.ts';

/** The countdown that everybody sees alike. */
export const timerShape = defineShape({
  initial: idleTimer,
  commands: {
    /** Null goes on from a pause, or takes the step's own minutes. */
    'timer.start': { who: 'facilitators', fields: { minutes: minutesField.nullable().default(null) } },
    'timer.pause': { who: 'facilitators', fields: {} },
    'timer.addMinutes': { who: 'facilitators', fields: { minutes: z.number().min(-60).max(60) } },
  },
  events: {
    'timer.started': { deadlineAt: timeField },
    'timer.paused': { remainingMs: countField },
  },
  view: z.discriminatedUnion('kind', [
    /** `remainingMs` is what the step's timer would start with. */
    z.object({ kind: z.literal('idle'), remainingMs: countField }),
    z.object({
      kind: z.literal('running'),
      /** Server time, ms: show `deadlineAt` minus the server's now. */
      deadlineAt: timeField,
      remainingMs: countField,
      isOver: z.boolean(),
    }),
    z.object({ kind: z.literal('paused'), remainingMs: countField }),
  ]),
});
