import type { TLUiOverrides } from '@tldraw/tldraw';

/** Shift+3, beside tldraw's Shift+1 for the whole board and Shift+2 for what is selected. */
export function stepViewActions(label: string, show: () => void): TLUiOverrides {
  return {
    actions: (_editor, actions) => ({
      ...actions,
      'show-step': { id: 'show-step', label, kbd: 'shift+3', readonlyOk: true, onSelect: show },
    }),
  };
}
