import type { Editor } from '@tldraw/tldraw';
import { useCallback } from 'react';
import { animationFrames } from '../canvas/animationFrames.ts';
import type { BoardConnection } from '../connection/BoardConnection.ts';
import { sendPresence } from './sendPresence.ts';
import { showPresence } from './showPresence.ts';

/** For when an editor is mounted: shows this person to others and others to this person, until it is unmounted. */
export function useEditorPresence(
  connection: BoardConnection,
  onEditor: (editor: Editor | null) => void,
): (editor: Editor) => () => void {
  return useCallback(
    (editor: Editor) => {
      const { awareness, info } = connection;
      const stopSending = sendPresence(editor, awareness);
      const stopShowing = showPresence({
        editor,
        awareness,
        frames: animationFrames,
        info: () => info.get(),
      });
      onEditor(editor);
      return () => {
        stopSending();
        stopShowing();
        onEditor(null);
      };
    },
    [connection, onEditor],
  );
}
