import type { TLPageId } from '@tldraw/tldraw';
import { Box, type Editor } from '@tldraw/tldraw';
import { useEffect } from 'react';
import type { WorkshopClient } from '../link/WorkshopClient.ts';

/** Goes where a facilitator brings everyone, once. */
export function useBrought(editor: Editor | null, client: WorkshopClient): void {
  useEffect(() => {
    if (editor === null) return undefined;
    return client.onSign((sign) => {
      if (sign.kind !== 'bring' || sign.by === client.view.get()?.you.participantId) return;
      const pageId = sign.pageId as TLPageId;
      if (editor.getPage(pageId) === undefined) return;
      if (editor.getCurrentPageId() !== pageId) editor.setCurrentPage(pageId);
      const { x, y, w, h } = sign.box;
      editor.zoomToBounds(new Box(x, y, w, h), { inset: 0, animation: { duration: 180 } });
    });
  }, [editor, client]);
}

/** What everyone is brought to: this person's page and the part of it that is in view, page px. */
export function placeToBring(editor: Editor): {
  pageId: string;
  box: { x: number; y: number; w: number; h: number };
} {
  const { x, y, w, h } = editor.getViewportPageBounds();
  return { pageId: editor.getCurrentPageId(), box: { x, y, w: Math.max(1, w), h: Math.max(1, h) } };
}
