import type { Editor } from '@tldraw/tldraw';
import { useEffect } from 'react';
import type { WorkshopClient } from '../workshop/link/WorkshopClient.ts';
import { stepNow } from '../workshop/step/stepNow.ts';
import { clusterOnDrop } from './clusterOnDrop.ts';

/** Notes become clusters when they are dropped on each other, while the group sorts. */
export function useClusterOnDrop(editor: Editor | null, { view }: WorkshopClient): void {
  useEffect(() => {
    if (editor === null) return undefined;
    return clusterOnDrop(editor, () => {
      const present = view.get();
      return stepNow(present)?.step.mode.kind === 'group' && present?.canvas.yourRight === 'edit';
    });
  }, [editor, view]);
}
