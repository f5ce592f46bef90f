import type { ParticipantId } from '@common-ground/protocol';
import type { TLUiOverrides } from '@tldraw/tldraw';
import { toggleSelectionLock } from './shapeLocks.ts';

/** tldraw's way to lock (its menus and Shift+L): the facilitators', and nobody else's. */
export function lockActions(lockedBy: ParticipantId | null): TLUiOverrides {
  return {
    actions: (editor, { 'toggle-lock': toggleLock, ...others }) => {
      if (lockedBy === null || toggleLock === undefined) return others;
      const onSelect = () => toggleSelectionLock(editor, lockedBy);
      return { ...others, 'toggle-lock': { ...toggleLock, onSelect } };
    },
  };
}
