import type { ParticipantId } from '@common-ground/protocol';
import type { Editor, TLShape, TLShapeId } from '@tldraw/tldraw';

/**
 * Whether a facilitator has locked a shape by hand. What a template lays out as its ground is locked too, but nobody wonders
 * about that, so it carries no mark.
 */
export function isLockedByHand({ isLocked, meta }: Pick<TLShape, 'isLocked' | 'meta'>): boolean {
  return isLocked && typeof meta['lockedBy'] === 'string';
}

/** Locks shapes, so that only facilitators change them, or frees them: one step to undo. */
export function setLocked(
  editor: Editor,
  shapeIds: readonly TLShapeId[],
  lockedBy: ParticipantId | null,
): void {
  const shapes = shapeIds.flatMap((id) => editor.getShape(id) ?? []);
  if (shapes.length === 0) return;
  editor.markHistoryStoppingPoint('locking');
  editor.run(
    () => {
      editor.updateShapes(
        shapes.map(({ id, type, meta }) => ({
          id,
          type,
          isLocked: lockedBy !== null,
          meta: { ...meta, lockedBy },
        })),
      );
      // tldraw takes no hold of what is locked.
      if (lockedBy !== null) editor.selectNone();
    },
    { ignoreShapeLock: true },
  );
}

/** Locks what is selected, or frees it when all of it is locked. */
export function toggleSelectionLock(editor: Editor, by: ParticipantId): void {
  setLocked(editor, editor.getSelectedShapeIds(), isSelectionLocked(editor) ? null : by);
}

/** Whether something is selected and all of it is locked. */
export function isSelectionLocked(editor: Editor): boolean {
  const selected = editor.getSelectedShapes();
  return selected.length > 0 && selected.every(({ isLocked }) => isLocked);
}
