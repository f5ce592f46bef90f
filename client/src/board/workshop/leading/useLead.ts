import { react, type Editor } from '@tldraw/tldraw';
import { useEffect } from 'react';
import type { WorkshopClient } from '../link/WorkshopClient.ts';
import { leadStep } from './leadStep.ts';

/**
 * Follows whoever leads, until the lead is released or this person leaves it: by the button, or by moving the view.
 * Somebody who leads and is not shown yet is followed as soon as they are.
 */
export function useLead(editor: Editor | null, client: WorkshopClient): void {
  useEffect(() => {
    if (editor === null) return undefined;
    let followed: string | null = null;
    let isActing = false;
    const look = () => {
      const leading = client.view.get()?.leading;
      const leaderId = leading?.isYouFollowing === true ? leading.leaderId : null;
      const isHere = editor.getCollaborators().some(({ userId }) => userId === leaderId);
      const { followingUserId } = editor.getInstanceState();
      if (isActing) return;
      const step = leadStep({ leaderId, isHere, followed, following: followingUserId });
      followed = step.followed;
      if (step.act === 'none') return;
      isActing = true;
      // What changes the state that is being read waits until it has been read.
      queueMicrotask(() => {
        isActing = false;
        if (step.act === 'follow' && leaderId !== null) editor.startFollowingUser(leaderId);
        else if (step.act === 'stop') editor.stopFollowingUser();
        else void client.give({ type: 'leading.follow', isFollowing: false }, { isQuiet: true });
      });
    };
    return react('follow the lead', look);
  }, [editor, client]);
}
