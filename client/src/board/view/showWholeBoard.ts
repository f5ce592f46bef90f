import type { Editor } from '@tldraw/tldraw';
import { cameraFor, cameraForMany, isPhoneWindow, type PagePart } from './cameraFor.ts';

/** Shows everything on the page, no larger than life; a phone begins at the top left. An empty page stays where it is. */
export function showWholeBoard(editor: Editor): void {
  const bounds = editor.getCurrentPageBounds();
  if (bounds === undefined) return;
  const how = { hasNames: false, isPhone: isPhoneWindow() };
  editor.setCamera(cameraForMany(bounds, editor.getViewportScreenBounds(), how), { immediate: true });
}

/** Goes to a part of the page, so that all of it can be seen. */
export function showPart(editor: Editor, part: PagePart, durationMs = 200): void {
  const camera = cameraFor(part, editor.getViewportScreenBounds());
  editor.setCamera(camera, durationMs === 0 ? { immediate: true } : { animation: { duration: durationMs } });
}
