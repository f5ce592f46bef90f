import { accept } from '../core/Outcome.ts';
import type { Rules } from '../core/Rules.ts';
import { canvasRight } from './canvasRight.ts';

/** Switches that stay as they are until a facilitator turns them, across steps and workshops. */
export const canvasRules: Rules<'canvas'> = {
  decide: {
    'canvas.setLock': ({ isLocked }, { state }) =>
      isLocked === state.canvas.isLocked
        ? accept({})
        : accept({ events: [{ type: 'canvas.lockSet', isLocked }] }),
    'canvas.setNotesOnly': ({ isNotesOnly }, { state }) =>
      isNotesOnly === state.canvas.isNotesOnly
        ? accept({})
        : accept({ events: [{ type: 'canvas.notesOnlySet', isNotesOnly }] }),
  },
  evolve: {
    'canvas.lockSet': (canvas, { isLocked }) => ({ ...canvas, isLocked }),
    'canvas.notesOnlySet': (canvas, { isNotesOnly }) => ({ ...canvas, isNotesOnly }),
  },
  view: ({ state, roster, you }) => ({
    ...state.canvas,
    yourRight: canvasRight(state, roster, you),
  }),
};
