import { react, type Editor } from '@tldraw/tldraw';
import { useEffect } from 'react';
import type { WorkshopClient } from '../link/WorkshopClient.ts';

/**
 * Follows whoever leads, until the lead is released or this person leaves it: by the button, or by moving the view.
 * Somebody who leads and is not shown yet is followed as soon as they are.
 */
export function useLead(editor: Editor | null, client: WorkshopClient): void {
  useEffect(() => {
    if (editor === null) return undefined;
    let followed: string | null = null;
    return react('follow the lead', () => {
      const leading = client.view.get()?.leading;
      const leaderId = leading?.isYouFollowing === true ? leading.leaderId : null;
      const following = editor.getInstanceState().followingUserId;
      const isHere = editor.getCollaborators().some(({ userId }) => userId === leaderId);
      if (leaderId === null) {
        if (followed !== null && following === followed) later(() => editor.stopFollowingUser());
        followed = null;
      } else if (following === leaderId) {
        followed = leaderId;
      } else if (followed === leaderId && isHere) {
        followed = null;
        later(() => void client.give({ type: 'leading.follow', isFollowing: false }, { isQuiet: true }));
      } else if (isHere && followed === null) {
        followed = leaderId;
        later(() => editor.startFollowingUser(leaderId));
      } else if (!isHere) {
        followed = null;
      }
    });
  }, [editor, client]);
}

/** What changes the state that is being read waits until it has been read. */
function later(act: () => void): void {
  queueMicrotask(act);
}
