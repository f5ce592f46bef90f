import type { Editor } from '@tldraw/tldraw';

/**
 * Opens the text of the selected shape when Enter goes down. tldraw waits for it to come up, and a fast typist's next
 * letters, pressed before that, choose tools and delete things. Returns what ends that.
 */
export function openOnEnter(canvas: Editor): () => void {
  const container = canvas.getContainer();
  const handleKeyDown = (event: KeyboardEvent) => {
    if (!isPlainEnter(event) || !mayOpen(canvas, event.target)) return;
    // Or the browser would put a line break into the editor that now gets the focus.
    event.preventDefault();
    event.stopImmediatePropagation();
    canvas.dispatch({ ...enter, name: 'key_down' });
    canvas.dispatch({ ...enter, name: 'key_up' });
  };
  container.addEventListener('keydown', handleKeyDown);
  return () => container.removeEventListener('keydown', handleKeyDown);
}

/** Enter as tldraw's tools hear of it. */
const enter = {
  type: 'keyboard',
  key: 'Enter',
  code: 'Enter',
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  accelKey: false,
} as const;

function isPlainEnter({
  key,
  shiftKey,
  altKey,
  ctrlKey,
  metaKey,
  repeat,
  isComposing,
}: KeyboardEvent): boolean {
  return key === 'Enter' && !(shiftKey || altKey || ctrlKey || metaKey || repeat || isComposing);
}

function mayOpen(canvas: Editor, target: EventTarget | null): boolean {
  const isOnCanvas =
    target instanceof Element &&
    target.closest(
      'button, input, textarea, select, a, [contenteditable], [role="menu"], [role="dialog"]',
    ) === null;
  const shape = canvas.getOnlySelectedShape();
  return (
    isOnCanvas &&
    shape !== null &&
    canvas.isIn('select.idle') &&
    !canvas.menus.hasAnyOpenMenus() &&
    canvas.getShapeUtil(shape).canEdit(shape)
  );
}
