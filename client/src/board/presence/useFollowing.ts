import type { ParticipantId } from '@common-ground/protocol';
import { useValue, type Editor } from '@tldraw/tldraw';

/** Whom this person follows; null for nobody, and before the editor is there. */
export function useFollowing(editor: Editor | null): ParticipantId | null {
  return useValue(
    'following',
    () => (editor?.getInstanceState().followingUserId ?? null) as ParticipantId | null,
    [editor],
  );
}
