import {
  createShapeId,
  type Editor,
  type TLEventInfo,
  type TLFrameShape,
  type TLNoteShape,
  type TLParentId,
  type TLShape,
  type TLShapeId,
} from '@tldraw/tldraw';
import { freePlace, overlaps } from './freePlace.ts';
import { clusterGap, layCluster, type PlainBox } from './layCluster.ts';

/** tldraw draws a frame's name above it; what lies there would hide it, px. */
const nameRoom = 40;

/**
 * While `isOn`, notes dropped on another note become a cluster with it, and notes dropped on a cluster find their place in it.
 * What a growing cluster would cover moves to the next free place; a cluster that was emptied goes. Returns what takes it back.
 */
export function clusterOnDrop(editor: Editor, isOn: () => boolean): () => void {
  let wasMoving = false;
  const handleEvent = (info: TLEventInfo) => {
    const isMoving = editor.isIn('select.translating');
    const isDrop = wasMoving && !isMoving && info.name === 'pointer_up';
    wasMoving = isMoving;
    if (isDrop && isOn() && !editor.getIsReadonly()) handleDrop(editor);
  };
  editor.on('event', handleEvent);
  return () => editor.off('event', handleEvent);
}

function handleDrop(editor: Editor): void {
  const dropped = editor.getSelectedShapes().filter((shape) => isNote(editor, shape));
  if (dropped.length === 0 || dropped.length !== editor.getSelectedShapeIds().length) return;
  const target = noteUnder(editor, dropped);
  editor.run(() => {
    if (target === null) tidyAround(editor, dropped);
    else join(editor, target, dropped);
    removeEmptyClusters(editor);
  });
}

/** The note that the dropped ones lie on, by the middle of the first. */
function noteUnder(editor: Editor, dropped: readonly TLShape[]): TLNoteShape | null {
  const [first] = dropped;
  const middle = first === undefined ? undefined : editor.getShapePageBounds(first)?.center;
  if (middle === undefined) return null;
  const ids = new Set(dropped.map(({ id }) => id));
  const under = editor
    .getShapesAtPoint(middle, { hitInside: true })
    .find((shape) => isNote(editor, shape) && !ids.has(shape.id));
  return (under as TLNoteShape | undefined) ?? null;
}

function join(editor: Editor, target: TLNoteShape, dropped: readonly TLShape[]): void {
  const known = clusterAround(editor, target);
  if (known !== null) {
    editor.reparentShapes([...dropped], known.id);
    layOut(editor, known.id);
    return;
  }
  const id = createShapeId();
  const { parentId, x, y } = target;
  // The name stands where the note's upper edge was, and hides nothing that stands above it.
  const place = { x: x - clusterGap, y: y + nameRoom - clusterGap };
  editor.createShape<TLFrameShape>({ id, type: 'frame', parentId, ...place, meta: { cluster: true } });
  editor.reparentShapes([target, ...dropped], id);
  layOut(editor, id);
  // A cluster is nothing without its name: the one who made it can write it at once.
  editor.select(id);
  editor.setEditingShape(id);
  editor.setCurrentTool('select.editing_shape');
}

/** Notes that were dropped into a cluster stand in its rows. */
function tidyAround(editor: Editor, dropped: readonly TLShape[]): void {
  const clusters = new Set(dropped.map((note) => clusterAround(editor, note)?.id));
  for (const id of clusters) if (id !== undefined) layOut(editor, id);
}

function layOut(editor: Editor, clusterId: TLShapeId): void {
  const notes = editor
    .getSortedChildIdsForParent(clusterId)
    .map((id) => editor.getShape(id))
    .filter((shape) => shape !== undefined)
    .filter((shape) => isNote(editor, shape));
  const cluster = editor.getShape(clusterId);
  if (cluster === undefined) return;
  const room = roomFor(editor, cluster.parentId);
  const { h, places, w } = layCluster(
    notes.map((note) => sizeOf(editor, note)),
    room ?? undefined,
  );
  editor.updateShapes(
    notes.map(({ id, type }, index) => ({ id, type, rotation: 0, ...(places[index] ?? { x: 0, y: 0 }) })),
  );
  const x = room === null ? cluster.x : Math.max(clusterGap, Math.min(cluster.x, clusterGap + room - w));
  editor.updateShape<TLFrameShape>({ id: clusterId, type: 'frame', x, props: { w, h } });
  makeRoom(editor, clusterId);
}

/** Moves what the cluster lies on now to the next free place beside it, in the section or on the page that holds it. */
function makeRoom(editor: Editor, clusterId: TLShapeId): void {
  const cluster = editor.getShape(clusterId);
  if (cluster === undefined) return;
  const { parentId } = cluster;
  const others = editor
    .getSortedChildIdsForParent(parentId)
    .map((id) => editor.getShape(id))
    .filter((shape) => shape !== undefined && shape.id !== clusterId)
    .filter((shape): shape is TLShape => shape !== undefined && (isNote(editor, shape) || isCluster(shape)));
  const { x, y, w, h } = boxOf(editor, cluster);
  const room: PlainBox = { x, y: y - nameRoom, w, h: h + nameRoom };
  const taken = [room];
  const pushed: TLShape[] = [];
  for (const shape of others) {
    const box = boxOf(editor, shape);
    if (overlaps(box, room)) pushed.push(shape);
    else taken.push(box);
  }
  const roomW = roomFor(editor, parentId);
  const width = Math.max(w, roomW ?? w * 4);
  for (const shape of pushed) {
    const size = sizeOf(editor, shape);
    const fromX = roomW === null ? x : clusterGap;
    const place = freePlace(size, taken, { fromX, fromY: room.y + nameRoom, width });
    editor.updateShape({ id: shape.id, type: shape.type, ...place });
    taken.push({ ...place, ...size });
  }
  growHolder(editor, parentId, taken);
}

/** How wide something may be in a section, px; null on the page, where there is no end. */
function roomFor(editor: Editor, parentId: TLParentId): number | null {
  const holder = editor.getShape(parentId);
  return holder === undefined ? null : sizeOf(editor, holder).w - 2 * clusterGap;
}

/** A section grows with what stands in it: what would stick out of it would not be seen. */
function growHolder(editor: Editor, parentId: TLParentId, boxes: readonly PlainBox[]): void {
  const holder = editor.getShape(parentId);
  if (holder === undefined || !editor.isShapeOfType<TLFrameShape>(holder, 'frame')) return;
  const h = Math.max(...boxes.map((box) => box.y + box.h)) + clusterGap;
  if (h > holder.props.h) editor.updateShape<TLFrameShape>({ id: holder.id, type: 'frame', props: { h } });
}

function removeEmptyClusters(editor: Editor): void {
  const empty = editor
    .getCurrentPageShapes()
    .filter((shape) => isCluster(shape) && editor.getSortedChildIdsForParent(shape.id).length === 0);
  editor.deleteShapes(empty);
}

/** The cluster that a note lies in; null for none. */
function clusterAround(editor: Editor, note: TLShape): TLFrameShape | null {
  const parent = editor.getShape(note.parentId);
  if (parent === undefined || parent.type !== 'frame') return null;
  // A frame that people drew around notes is an outline like ours; a section of a template is none.
  return parent.meta['section'] === undefined ? (parent as TLFrameShape) : null;
}

function isNote(editor: Editor, shape: TLShape): boolean {
  return editor.isShapeOfType<TLNoteShape>(shape, 'note') && !shape.isLocked;
}

/** Whether dropping made it. */
function isCluster(shape: TLShape): boolean {
  return shape.type === 'frame' && shape.meta['cluster'] === true;
}

function sizeOf(editor: Editor, shape: TLShape): Pick<PlainBox, 'w' | 'h'> {
  const { w, h } = editor.getShapeGeometry(shape).bounds;
  return { w, h };
}

function boxOf(editor: Editor, shape: TLShape): PlainBox {
  return { x: shape.x, y: shape.y, ...sizeOf(editor, shape) };
}
