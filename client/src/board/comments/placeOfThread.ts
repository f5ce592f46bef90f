import type { CommentPlace, NewCommentPlace } from '@common-ground/protocol';
import type { Editor, TLPageId, TLShapeId, VecLike } from '@tldraw/tldraw';

/** Where a thread is on the canvas now. */
export interface ThreadPlace {
  readonly pageId: TLPageId;
  /** Page px. */
  readonly x: number;
  readonly y: number;
  /** Whether the shape it was pinned to is not there any more. */
  readonly isShapeGone: boolean;
}

/** On its shape while that is there, else where it was last. */
export function placeOfThread(editor: Editor, place: CommentPlace | NewCommentPlace): ThreadPlace {
  const { shape } = place;
  const stays = { pageId: place.pageId as TLPageId, x: place.x, y: place.y };
  if (shape === null) return { ...stays, isShapeGone: false };
  const id = shape.id as TLShapeId;
  const pageId = editor.getAncestorPageId(id);
  if (editor.getShape(id) === undefined || pageId === undefined) return { ...stays, isShapeGone: true };
  const { x, y } = editor.getShapePageTransform(id).applyToPoint({ x: shape.x, y: shape.y });
  return { pageId, x, y, isShapeGone: false };
}

/** A place for a new thread where somebody points, on the shape that lies there; a frame's inside is its page's. */
export function placeAt(editor: Editor, point: VecLike): NewCommentPlace {
  const shape = editor.getShapeAtPoint(point, { hitInside: true, hitFrameInside: false, margin: 2 });
  const onShape =
    shape === undefined ? null : { id: shape.id, ...plain(editor.getPointInShapeSpace(shape, point)) };
  return { pageId: editor.getCurrentPageId(), ...plain(point), shape: onShape };
}

function plain({ x, y }: VecLike): { x: number; y: number } {
  return { x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 };
}
