import { maxSharedSelection, type ParticipantId, type PresenceState } from '@common-ground/protocol';
import { TLPOINTER_ID, react, type Editor } from '@tldraw/tldraw';
import type { Awareness } from 'y-protocols/awareness';

/** What this browser tells of itself; the server adds whose it is. */
type OwnPresence = Omit<PresenceState, 'pid'>;

/** At most this often while something moves; among many people half as often. */
const intervalMs = 80;
const crowdedIntervalMs = 200;
const crowd = 10;

/** Tells others where this person points, what is selected and what part of the board they see. Returns what stops it. */
export function sendPresence(editor: Editor, awareness: Awareness): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let sentAt = 0;
  let latest: OwnPresence | null = null;

  const send = () => {
    timer = null;
    sentAt = performance.now();
    // An open text editor writes its caret beside this by itself.
    awareness.setLocalState({ ...awareness.getLocalState(), ...latest });
  };
  const stopReacting = react('own presence', () => {
    latest = ownPresence(editor);
    const pauseMs = awareness.getStates().size > crowd ? crowdedIntervalMs : intervalMs;
    timer ??= setTimeout(send, Math.max(0, sentAt + pauseMs - performance.now()));
  });
  return () => {
    stopReacting();
    if (timer !== null) clearTimeout(timer);
    awareness.setLocalState(null);
  };
}

function ownPresence(editor: Editor): OwnPresence {
  const pointer = editor.store.get(TLPOINTER_ID);
  const { x, y, z } = editor.getCamera();
  const screen = editor.getViewportScreenBounds();
  const { isHoveringCanvas, followingUserId } = editor.getInstanceState();
  const isPointerHere = pointer !== undefined && isHoveringCanvas !== false;
  return {
    cursor: isPointerHere ? [Math.round(pointer.x), Math.round(pointer.y)] : null,
    page: editor.getCurrentPageId(),
    selection: editor.getSelectedShapeIds().slice(0, maxSharedSelection),
    view: [
      Math.round(x),
      Math.round(y),
      Math.round(z * 1000) / 1000,
      Math.round(screen.w),
      Math.round(screen.h),
    ],
    following: followingUserId as ParticipantId | null,
  };
}
